// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.directory.Town.built;
import static wtf.metio.jaas.directory.Town.chained;
import static wtf.metio.jaas.directory.Town.library;
import static wtf.metio.jaas.directory.Town.name;
import static wtf.metio.jaas.directory.Town.snippet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {

  @TempDir private Path root;
  private Town town;

  @BeforeEach
  void build() throws IOException {
    town = new Town(root);
  }

  @AfterEach
  void leave() {
    town.close();
  }

  @Test
  void whatTheFolderDescribesIsPublished() throws IOException {
    town.write("a.yaml", snippet("one", "{}"), snippet("two", "[ ]"));
    town.settle();

    assertThat(town.reason("one")).isEqualTo("Synced");
    assertThat(town.published("one")).isEqualTo("{}");
    assertThat(town.published("two")).isEqualTo("[ ]");
    assertThat(town.status("one").artifactUrl())
        .isEqualTo(
            "http://store/default/one/sha256-"
                + town.status("one")
                    .ledger()
                    .announced()
                    .orElseThrow()
                    .revision()
                    .text()
                    .substring(7)
                + ".tar.gz");
  }

  @Test
  void anEditPublishesAnotherRevisionAndCountsIt() throws IOException {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "22"));
    town.settle();

    assertThat(town.published("one")).isEqualTo("22");
    assertThat(town.status("one").described().generation()).isEqualTo(2);
  }

  @Test
  void whatIsUnchangedIsNeitherRenderedNorToldAgain() {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.heard.lines.clear();
    town.write("a.yaml", "# said otherwise\n" + snippet("one", "1"));
    town.settle();
    town.settle();

    assertThat(town.evaluator.rendered()).hasSize(1);
    assertThat(town.heard.lines).isEmpty();
  }

  @Test
  void whatBreaksKeepsItsArtifactUntilItIsFixed() throws IOException {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "broken"));
    town.settle();

    assertThat(town.reason("one")).isEqualTo("EvaluationFailed");
    assertThat(town.message("one"))
        .startsWith("RUNTIME ERROR: broken")
        .endsWith("(runbook: https://jaas.projects.metio.wtf/runbooks/evaluationfailed/)");
    assertThat(town.published("one")).isEqualTo("1");

    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    assertThat(town.reason("one")).isEqualTo("Synced");
    assertThat(town.evaluator.rendered()).as("the old inputs are known").hasSize(2);
  }

  @Test
  void aChangedLibraryRendersExactlyItsUsers() throws IOException {
    town.write("lib.yaml", library("l", "1"), library("other", "1"));
    for (int i = 0; i < 20; i++) {
      town.write(
          "s" + i + ".yaml",
          built(
              "s" + i,
              "@%s/main.libsonnet@".formatted(i < 3 ? "l" : "other"),
              i < 3 ? "l" : "other"));
    }
    town.settle();
    town.evaluator.rendered().clear();
    town.write("lib.yaml", library("l", "2"), library("other", "1"));
    town.settle();

    assertThat(town.evaluator.rendered())
        .containsExactlyInAnyOrder("default/s0", "default/s1", "default/s2");
    assertThat(town.published("s2")).isEqualTo("2");
    assertThat(town.published("s3")).isEqualTo("1");
  }

  @Test
  void aSnippetMadeOfAnotherFollowsItWithoutWaiting() throws IOException {
    town.write("up.yaml", snippet("up", "1"));
    town.write("lib.yaml", chained("JsonnetLibrary", "l", "up"));
    town.write("down.yaml", built("down", "got @l/rendered.json@", "l"));
    town.settle();
    assertThat(town.published("down")).isEqualTo("got 1");

    town.write("up.yaml", snippet("up", "2"));
    town.settle();
    assertThat(town.published("down")).isEqualTo("got 2");
  }

  @Test
  void aCycleIsNamed() {
    town.write("a.yaml", chained("JsonnetSnippet", "a", "b"));
    town.write("b.yaml", chained("JsonnetSnippet", "b", "a"));
    town.settle();

    assertThat(town.reason("a")).isEqualTo("DependencyCycle");
    assertThat(town.message("a")).contains("default/a \u2192 default/b \u2192 default/a");
  }

  @Test
  void aMissingLibraryIsNamedAndHealsWhenItComes() throws IOException {
    town.write("a.yaml", built("one", "@l/main.libsonnet@", "l"));
    town.settle();
    assertThat(town.reason("one")).isEqualTo("LibraryNotFound");

    town.write("l.yaml", library("l", "7"));
    town.settle();
    assertThat(town.published("one")).isEqualTo("7");
  }

  @Test
  void aSuspendedSnippetStaysAsItIs() throws IOException {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "2", "suspend: true"));
    town.settle();

    assertThat(town.reason("one")).isEqualTo("Suspended");
    assertThat(town.published("one")).isEqualTo("1");
    town.write("a.yaml", snippet("one", "2"));
    town.settle();
    assertThat(town.published("one")).isEqualTo("2");
  }

  @Test
  void aRevisionThatWasPushedOutGoesWhenItsGraceIsOverWithoutAnybodyAsking() {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "2"));
    town.settle();
    assertThat(town.store.list(name("one"))).hasSize(2);

    town.pass(Duration.ofMinutes(5));
    assertThat(town.store.list(name("one"))).hasSize(1);
    assertThat(town.evaluator.rendered()).hasSize(2);
  }

  @Test
  void theSameHappensToOneThatCannotBeRenderedMeanwhile() {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "2"));
    town.settle();
    town.write("a.yaml", snippet("one", "broken"));
    town.pass(Duration.ofMinutes(6));

    assertThat(town.store.list(name("one"))).hasSize(1);
    assertThat(town.status("one").ledger().history().revisions()).hasSize(1);
  }

  @Test
  void historyKeepsWhatItLists() throws IOException {
    for (int i = 0; i < 5; i++) {
      town.write("a.yaml", snippet("one", "v" + i, "history: 3"));
      town.pass(Duration.ofMinutes(10));
    }

    assertThat(town.status("one").history()).hasSize(3);
    assertThat(town.store.list(name("one"))).hasSize(3);
  }

  @Test
  void anIntervalLooksAgainLateByUpToATwentieth() {
    town.write("a.yaml", snippet("one", "1", "interval: 1m"));
    town.settle();

    assertThat(town.directory().nextTurn())
        .contains(town.clock.instant().plus(Duration.ofMillis(61_500)));
  }

  @Test
  void aLostArchiveIsMadeAgainAtTheNextInterval() throws IOException {
    town.write("a.yaml", snippet("one", "1", "interval: 1m"));
    town.settle();
    town.store.removeAll(name("one"));
    town.pass(Duration.ofMinutes(2));

    assertThat(town.published("one")).isEqualTo("1");
    assertThat(town.evaluator.rendered()).hasSize(2);
  }

  @Test
  void whatIsRefusedWaitsWithoutChangingItsStatus() {
    town.write("a.yaml", snippet("one", "busy"));
    town.settle();

    assertThat(town.heard.lines).containsExactly("deferred default/one EvalUnavailable");
    assertThat(town.directory().nextTurn()).contains(town.clock.instant().plusSeconds(1));
    assertThat(town.directory().statuses()).isEmpty();
  }

  @Test
  void aRequestRendersAgainWhenItsValueChanges() {
    town.write("a.yaml", forced("1"));
    town.settle();
    town.write("a.yaml", forced("2"));
    town.settle();
    town.settle();

    assertThat(town.evaluator.rendered()).hasSize(2);
    assertThat(town.heard.lines).endsWith("ended default/one Synced");
  }

  private static String forced(String value) {
    return snippet("one", "1")
        .replace(
            "name: one",
            "name: one\n  annotations: {reconcile.fluxcd.io/forceAt: '" + value + "'}");
  }
}
