// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.domain.publication.PublicationFixture.NAME;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.source.FileSet;

/** What of all that was ever published can still be fetched. */
class RetentionTest {

  private static final int SEQUENCES = 200;
  private static final int STEPS = 60;
  private static final List<String> CONTENTS = List.of("[1]", "[2]", "[3]", "[4]", "[5]");
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(4),
          PublicationFixture.GRACE,
          Duration.ofHours(1));

  private final PublicationFixture world = new PublicationFixture();
  private Ledger ledger = Ledger.EMPTY;

  static IntStream seeds() {
    return IntStream.range(0, SEQUENCES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomHistoriesAreThoseOfTheModel(int seed) {
    var random = new Random(seed);
    var model = new RetentionModel(PublicationFixture.GRACE);
    var content = "[1]";
    int history = 1;
    boolean suspend = false;
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(6)) {
        // With so few contents, about half of all edits bring an old one back.
        case 0, 1 -> content = CONTENTS.get(random.nextInt(CONTENTS.size()));
        case 2 -> history = 1 + random.nextInt(4);
        case 3 -> suspend = random.nextInt(3) == 0;
        default -> world.pass(PAUSES.get(random.nextInt(PAUSES.size())));
      }
      var spec = Draft.inline(content).history(history).suspended(suspend).spec();
      var pass = passOver(spec);
      if (!suspend) {
        model.announced(content, world.now());
      }
      model.tidy(history, world.now());
      assertAlike(model, history, pass, "seed " + seed + ", step " + step);
    }
  }

  private void assertAlike(RetentionModel model, int history, Pass pass, String where) {
    assertThat(fetchable()).as(where).containsExactlyInAnyOrderElementsOf(revisions(model.kept()));
    assertThat(listed(history))
        .as(where)
        .containsExactlyElementsOf(revisions(model.listed(history)));
    if (pass instanceof Pass.Synced synced) {
      assertThat(synced.nextWake()).as(where).isEqualTo(model.nextExpiry(history));
      assertThat(synced.ledger().announced().map(StoredArchive::revision))
          .as(where)
          .isEqualTo(listed(history).stream().findFirst());
    }
  }

  /** S-3 of the reference: there, what a revert displaces is gone at once. */
  @Test
  void whatARevertDisplacesKeepsItsGrace() {
    passOver(Draft.inline("[1]").spec());
    world.pass(Duration.ofHours(1));
    passOver(Draft.inline("[2]").spec());
    world.pass(Duration.ofMinutes(1));
    passOver(Draft.inline("[1]").spec());
    assertThat(fetchable()).containsExactlyInAnyOrderElementsOf(revisions(List.of("[1]", "[2]")));

    world.pass(PublicationFixture.GRACE.minusSeconds(1));
    passOver(Draft.inline("[1]").spec());
    assertThat(fetchable()).containsExactlyInAnyOrderElementsOf(revisions(List.of("[1]", "[2]")));

    world.pass(Duration.ofSeconds(1));
    passOver(Draft.inline("[1]").spec());
    assertThat(fetchable()).containsExactlyElementsOf(revisions(List.of("[1]")));
  }

  /** S-4 of the reference: there, the oldest revision that is listed answers 404 after a while. */
  @Test
  void whatASourceListsStaysHoweverOftenItIsPublishedAgain() {
    for (int i = 0; i < 4; i++) {
      passOver(sources(i));
      world.pass(Duration.ofHours(1));
    }
    for (int again = 0; again < 5; again++) {
      passOver(sources(3));
      world.pass(Duration.ofHours(1));
      assertThat(listed(3)).hasSize(3);
      assertThat(fetchable()).containsExactlyInAnyOrderElementsOf(listed(3));
    }
  }

  private static SnippetSpec sources(int edit) {
    return Draft.inline(files(edit)).source().history(3).spec();
  }

  private static FileSet files(int edit) {
    return FileSet.ofTexts(Map.of("main.jsonnet", "{}", "edit.txt", Integer.toString(edit)));
  }

  /** Makes a pass as doors do: what has expired is removed when the ledger is kept. */
  private Pass passOver(SnippetSpec spec) {
    var pass = world.publish(spec, ledger);
    List<Revision> expired =
        switch (pass) {
          case Pass.Synced synced -> {
            ledger = synced.ledger();
            yield synced.expired();
          }
          case Pass.Suspended suspended -> {
            ledger = suspended.ledger();
            yield suspended.expired();
          }
          case Pass.Failed _, Pass.Deferred _, Pass.Dropped _ ->
              throw new AssertionError(pass.toString());
        };
    expired.forEach(revision -> world.store.remove(NAME, revision));
    return pass;
  }

  private List<Revision> fetchable() {
    return world.store.list(NAME).stream().map(StoredArchive::revision).toList();
  }

  private List<Revision> listed(int history) {
    return ledger.history().listed(history).stream().map(Published::revision).toList();
  }

  private static List<Revision> revisions(List<String> contents) {
    return contents.stream()
        .map(content -> Revision.ofText(content.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
