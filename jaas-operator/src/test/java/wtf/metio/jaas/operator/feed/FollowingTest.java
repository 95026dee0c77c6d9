// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

class FollowingTest {

  private static final FeedOptions OPTIONS =
      new FeedOptions(
          2,
          Duration.ofMinutes(3),
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));

  private final PlayedServer server = new PlayedServer();
  private final List<String> heard = new ArrayList<>();

  private final Audience audience =
      new Audience() {
        @Override
        public void listBegins() {
          heard.add("begins");
        }

        @Override
        public void listed(KubeObject object) {
          heard.add("listed " + object.name().name());
        }

        @Override
        public void listEnds(String version) {
          heard.add("ends " + version);
        }

        @Override
        public void changed(KubeObject object) {
          if (object.name().name().equals("broken")) {
            throw new IllegalStateException("a mistake of ours");
          }
          heard.add("changed " + object.name().name());
        }

        @Override
        public void removed(KubeObject object) {
          heard.add("removed " + object.name().name());
        }

        @Override
        public void absent() {
          heard.add("absent");
        }
      };

  private final FeedListener listener =
      new FeedListener() {
        @Override
        public void silent(Selection selection) {
          heard.add("silent");
        }

        @Override
        public void broke(Selection selection, Throwable defect) {
          heard.add("broke");
        }
      };

  private final Feed feed =
      new Feeds(server, listener, OPTIONS, () -> 1)
          .feed(Selection.of(ResourceType.source("Bucket")), audience);

  private Duration next() {
    return feed.following().next();
  }

  private static Change put(String name, String version) {
    return new Change.Put(PlayedServer.object(name, version));
  }

  @Test
  void pagesAreOneListAndTheWatchGoesOnFromIt() {
    server
        .page("7", "more", PlayedServer.object("a", "1"), PlayedServer.object("b", "2"))
        .page("7", "", PlayedServer.object("c", "3"))
        .tells(put("d", "8"), new Change.Gone(PlayedServer.object("a", "9")));
    next();

    assertThat(server.asked).containsExactly("list 2 ", "list 2 more", "watch 7");
    assertThat(heard)
        .containsExactly(
            "begins", "listed a", "listed b", "listed c", "ends 7", "changed d", "removed a");
  }

  @Test
  void aWatchThatEndedEarlyIsFollowedByAQuestionForTheNewestVersion() {
    server.page("7", "").tells(put("d", "8")).page("12", "").tells(new Change.Bookmark("12"));
    next();
    next();

    assertThat(server.asked).containsExactly("list 2 ", "watch 7", "list 1 ", "watch 8");
  }

  @Test
  void aServerWhoseVersionsWentBackIsListedAnew() {
    server.page("7", "").tells(put("d", "8")).page("5", "").page("5", "").tells(put("e", "6"));
    next();
    next();
    next();

    assertThat(server.asked).containsExactly("list 2 ", "watch 7", "list 1 ", "list 2 ", "watch 5");
  }

  @Test
  void anExpiredPositionIsGivenUp() {
    server
        .page("7", "")
        .tells(put("d", "8"), new Change.Refusal(410, "too old"))
        .page("20", "")
        .tells(put("e", "21"));
    assertThat(next()).isPositive();
    next();

    assertThat(server.asked).containsExactly("list 2 ", "watch 7", "list 2 ", "watch 20");
  }

  @Test
  void aVersionThatIsTooLargeIsGivenUp() {
    server
        .page("7", "")
        .fails(new RefusedException(504, "Too large resource version: 7, current: 3"))
        .page("3", "")
        .tells(put("e", "4"));
    assertThat(next()).isPositive();
    next();

    assertThat(server.asked).containsExactly("list 2 ", "watch 7", "list 2 ", "watch 3");
  }

  @Test
  void aListThatExpiresWhileItIsReadIsReadInOnePieceInTheEnd() {
    for (int i = 0; i < 2; i++) {
      server.page("7", "more").fails(new RefusedException(410, "the continue token expired"));
    }
    server.page("9", "").tells(put("d", "10"));
    next();
    next();
    next();

    assertThat(server.asked)
        .containsExactly("list 2 ", "list 2 more", "list 2 ", "list 2 more", "list 0 ", "watch 9");
    assertThat(heard).containsExactly("begins", "begins", "begins", "ends 9", "changed d");
  }

  @Test
  void pausesDoubleUpToABound() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      server.fails(new IOException("refused"));
      pauses.add(next());
    }

    assertThat(pauses)
        .startsWith(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800))
        .endsWith(Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  @Test
  void aWatchThatEndsAtOnceTimeAndAgainIsNotAskedForInAHurry() {
    server.page("7", "").tells().page("7", "").tells().page("7", "").tells();

    assertThat(List.of(next(), next(), next()))
        .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
  }

  @Test
  void aKindThatIsNotThereIsNoFailure() {
    server.fails(new RefusedException(404, "not found"));
    next();

    assertThat(heard).containsExactly("begins", "absent");
    assertThat(feed.standing()).isEqualTo(Standing.ABSENT);
    assertThat(feed.isComplete()).isFalse();
  }

  @Test
  void whoMayNotListIsForbidden() {
    server.fails(new RefusedException(403, "no"));
    next();

    assertThat(feed.standing()).isEqualTo(Standing.FORBIDDEN);
  }

  @Test
  void silenceIsToldAndThePositionProvedBeforeItIsTrusted() {
    server
        .page("7", "")
        .fails(new SocketTimeoutException("timeout"))
        .page("7", "")
        .tells(put("d", "8"));
    assertThat(next()).isZero();
    next();

    assertThat(heard).containsExactly("begins", "ends 7", "silent", "changed d");
    assertThat(server.asked).containsExactly("list 2 ", "watch 7", "list 1 ", "watch 7");
  }

  @Test
  void afterAnOutageEverythingIsListed() {
    server
        .page("7", "")
        .fails(new IOException("reset"))
        .fails(new IOException("refused"))
        .page("9", "")
        .tells(put("d", "10"));
    next();
    assertThat(next()).isPositive();
    next();

    assertThat(server.asked).containsExactly("list 2 ", "watch 7", "list 1 ", "list 2 ", "watch 9");
  }

  @Test
  void oneObjectThatBreaksUsDoesNotKeepTheOthersBack() {
    server.page("7", "").tells(put("broken", "8"), put("d", "9"));
    next();

    assertThat(heard).containsExactly("begins", "ends 7", "broke", "changed d");
  }

  @Test
  void aWatchThatNeverLivedIsNotMissed() {
    var second = Duration.ofSeconds(1);
    var impatient =
        new Feeds(
                server,
                listener,
                new FeedOptions(2, Duration.ZERO, Duration.ZERO, second, second, second),
                () -> 1)
            .feed(Selection.of(ResourceType.source("Bucket")), audience);
    assertThat(impatient.unanswered()).isZero();

    server.page("7", "").tells(new Change.Bookmark("8"));
    impatient.following().next();

    assertThat(impatient.unanswered()).isPositive();
  }
}
