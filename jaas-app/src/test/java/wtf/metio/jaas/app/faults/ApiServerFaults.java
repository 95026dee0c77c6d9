// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the API server does to one replica. */
interface ApiServerFaults {

  int FEW = 4;
  int MANY = 20;

  /** Where this happens. */
  Ground ground();

  @Test
  default void aServerThatIsKilledAndRestartedHarmsNothing()
      throws IOException, InterruptedException {
    killAndRestart(FEW, 1);
  }

  @Test
  @Tag("long")
  default void aServerThatIsKilledAndRestartedTwentyTimesHarmsNothing()
      throws IOException, InterruptedException {
    killAndRestart(MANY, Rounds.of(20));
  }

  private void killAndRestart(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    var figures = new Figures();
    for (int round = 0; round < rounds; round++) {
      var edition = "edition-" + round;
      team.edit(edition);
      ground().cluster().server().kill();
      ground().cluster().server().restart();
      figures.time(() -> ground().assertWell(team, edition));
    }
    figures.print("API server killed, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  @Test
  default void aServerThatHangsForAWhileHarmsNothing() throws IOException, InterruptedException {
    hang(FEW, Duration.ofSeconds(3));
  }

  @Test
  @Tag("long")
  default void aServerThatHangsForLongerThanTheLeaseHarmsNothing()
      throws IOException, InterruptedException {
    hang(MANY, Duration.ofSeconds(40));
  }

  private void hang(int size, Duration time) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    team.edit("before");
    long fetched = ground().fetched();
    ground().cluster().server().freeze();
    LockSupport.parkNanos(time.toNanos());
    assertThat(ground().fetched()).isGreaterThan(fetched);
    ground().cluster().server().thaw();
    var figures = new Figures();
    figures.time(() -> ground().assertWell(team, "before"));
    figures.print("API server hung for " + time + ", " + size + " snippets");
    team.edit("after");
    ground().assertWell(team, "after");
    ground().assertOver(replica, team);
  }

  @Test
  default void linesThatAreCutHarmNothing() throws IOException, InterruptedException {
    cut(FEW, 5);
  }

  @Test
  @Tag("long")
  default void linesThatAreCutAgainAndAgainHarmNothing() throws IOException, InterruptedException {
    cut(MANY, Rounds.of(50));
  }

  private void cut(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    for (int round = 0; round < rounds; round++) {
      team.edit("edition-" + round);
      replica.line().cut();
    }
    var figures = new Figures();
    figures.time(() -> ground().assertWell(team, "edition-" + (rounds - 1)));
    figures.print("connections cut " + rounds + " times, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  /**
   * A server that was restarted knows no changes from before, and says 410 to who asks for them.
   */
  @Test
  default void changesThatTheServerForgotAreMadeUpFor() throws IOException, InterruptedException {
    forget(FEW, 1);
  }

  @Test
  @Tag("long")
  default void changesThatTheServerForgotAgainAndAgainAreMadeUpFor()
      throws IOException, InterruptedException {
    forget(MANY, Rounds.of(10));
  }

  private void forget(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    var figures = new Figures();
    int forgotten = 0;
    // Who had to wait for too long gives up by himself, and does not ask for what was before.
    for (int round = 0; forgotten < rounds && round < 3 + 2 * rounds; round++) {
      int said = replica.said().length();
      var edition = "edition-" + round;
      replica.line().hold();
      team.edit(edition);
      ground().cluster().server().kill();
      ground().cluster().server().restart();
      replica.line().release();
      figures.time(() -> ground().assertWell(team, edition));
      forgotten += replica.said().substring(said).contains("too old resource version") ? 1 : 0;
    }
    assertThat(forgotten).isEqualTo(rounds);
    figures.print("API server answered 410, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  @Test
  default void aSlowLineHarmsNothing() throws IOException, InterruptedException {
    slow(2, 1);
  }

  @Test
  @Tag("long")
  default void aSlowLineHarmsNothingWhenThereIsMuchToDo() throws IOException, InterruptedException {
    slow(20, 3);
  }

  /** A second there and a second back. */
  private void slow(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    var figures = new Figures();
    replica.line().delay(Duration.ofSeconds(1));
    try {
      for (int round = 0; round < rounds; round++) {
        var edition = "slow-" + round;
        team.edit(edition);
        figures.time(() -> ground().assertWell(team, edition));
      }
    } finally {
      replica.line().delay(Duration.ZERO);
    }
    figures.print("API server answers after 2 s, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  @Test
  default void anOlderStateThatIsPutBackIsCaughtUpWith() throws IOException, InterruptedException {
    setBack(FEW, 1);
  }

  @Test
  @Tag("long")
  default void olderStatesThatArePutBackAreCaughtUpWith() throws IOException, InterruptedException {
    setBack(MANY, 5);
  }

  private void setBack(int size, int rounds) throws IOException, InterruptedException {
    var replica = ground().one();
    var team = ground().published(size);
    var server = ground().cluster().server();
    var figures = new Figures();
    for (int round = 0; round < rounds; round++) {
      var older = "older-" + round;
      team.edit(older);
      team.awaitPublished(older);
      var copy = ground().archives().resolveSibling("etcd-" + System.nanoTime());
      server.kill();
      server.etcd().stop();
      copy(server.etcd().data(), copy);
      server.etcd().restart();
      server.restart();
      team.edit("newer-" + round);
      team.awaitPublished("newer-" + round);
      server.kill();
      server.etcd().kill();
      delete(server.etcd().data());
      copy(copy, server.etcd().data());
      server.etcd().restart();
      server.restart();
      figures.time(() -> ground().assertWell(team, older));
      team.edit("newest-" + round);
      ground().assertWell(team, "newest-" + round);
    }
    figures.print("etcd set back, " + size + " snippets");
    ground().assertOver(replica, team);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
