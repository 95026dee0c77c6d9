// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.directory.Town.built;
import static wtf.metio.jaas.directory.Town.library;
import static wtf.metio.jaas.directory.Town.name;
import static wtf.metio.jaas.directory.Town.snippet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

  private static final Duration ALMOST = Town.GRACE.minusSeconds(1);

  @TempDir private Path root;
  private Town town;

  @BeforeEach
  void build() throws IOException {
    town = new Town(root);
    town.write("one.yaml", snippet("one", "1"));
    town.write("two.yaml", snippet("two", "2"));
    town.settle();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  @Test
  void whoIsNotDescribedAnyMoreIsWithdrawnWhenTheGraceIsOver() throws IOException {
    town.delete("one.yaml");
    town.settle();
    town.clock.pass(ALMOST);
    town.settle();
    assertThat(town.published("one")).isEqualTo("1");

    town.clock.pass(Duration.ofSeconds(1));
    town.settle();
    assertThat(town.directory().status(name("one"))).isEmpty();
    assertThat(town.store.list(name("one"))).isEmpty();
    assertThat(town.published("two")).isEqualTo("2");
    assertThat(town.heard.lines).endsWith("withdrawn default/one");
  }

  @Test
  void whoComesBackInTimeIsAsBefore() throws IOException {
    town.heard.lines.clear();
    town.delete("one.yaml");
    town.settle();
    town.clock.pass(ALMOST);
    town.write("elsewhere.yaml", snippet("one", "1"));
    town.settle();
    town.clock.pass(Town.GRACE);
    town.settle();

    assertThat(town.published("one")).isEqualTo("1");
    assertThat(town.heard.lines).isEmpty();
  }

  @Test
  void anEmptyFolderWithdrawsNobody() throws IOException {
    town.delete("one.yaml");
    town.delete("two.yaml");
    letAllGraceBeOver();

    assertThat(town.directory().statuses()).hasSize(2);
  }

  @Test
  void aFolderThatIsGoneWithdrawsNobody() throws IOException {
    var elsewhere = root.resolve("elsewhere");
    Files.move(town.folder, elsewhere);
    letAllGraceBeOver();
    assertThat(town.directory().statuses()).hasSize(2);
    assertThat(town.heard.lines).endsWith("problems [the folder does not exist]");

    Files.move(elsewhere, town.folder);
    town.delete("one.yaml");
    town.settle();
    letAllGraceBeOver();
    assertThat(town.directory().statuses()).hasSize(1);
  }

  @Test
  void whatCannotBeParsedWithdrawsNobodyNeitherItsOwnNorOthers() throws IOException {
    town.write("one.yaml", "{");
    town.delete("two.yaml");
    letAllGraceBeOver();
    assertThat(town.directory().statuses()).hasSize(2);

    town.write("one.yaml", snippet("one", "1"));
    town.settle();
    letAllGraceBeOver();
    assertThat(town.directory().statuses()).hasSize(1);
  }

  @Test
  void theSecondHalfOfAFileThatIsBeingWrittenIsNotMissed() {
    town.write("both.yaml", snippet("three", "3"), snippet("four", "4"));
    town.settle();
    town.write("both.yaml", snippet("three", "3"), "apiVersion: jaas.metio.wtf/v1\nkind: Jso");
    letAllGraceBeOver();

    assertThat(town.directory().statuses()).hasSize(4);
  }

  @Test
  void aRestartForgetsNobodyBeforeTheGraceIsOver() throws IOException {
    town.close();
    town.delete("one.yaml");
    town.settle();
    assertThat(town.directory().statuses()).hasSize(2);

    letAllGraceBeOver();
    assertThat(town.directory().statuses()).hasSize(1);
    assertThat(town.store.list(name("one"))).isEmpty();
  }

  @Test
  void twoDescriptionsAreAnErrorThatNamesBothAndChangeNothing() throws IOException {
    town.write("zwei.yaml", snippet("one", "other"));
    town.settle();
    assertThat(town.reason("one")).isEqualTo("InvalidSpec");
    assertThat(town.message("one")).contains("one.yaml:1, zwei.yaml:1");
    assertThat(town.published("one")).isEqualTo("1");

    town.delete("one.yaml");
    town.settle();
    assertThat(town.published("one")).isEqualTo("other");
  }

  @Test
  void twoLibrariesOfOneNameStopTheirUsersAlone() {
    town.write("a.yaml", library("l", "1"));
    town.write("user.yaml", built("user", "@l/main.libsonnet@", "l"));
    town.settle();
    town.write("b.yaml", library("l", "2"));
    town.settle();

    assertThat(town.reason("user")).isEqualTo("InvalidSpec");
    assertThat(town.message("user")).contains("a.yaml:1, b.yaml:1");
    assertThat(town.reason("one")).isEqualTo("Synced");
  }

  @Test
  void aFieldThatIsNotKnownIsNamedAndTheArtifactStays() throws IOException {
    town.write("one.yaml", snippet("one", "1", "entyFile: a.jsonnet"));
    town.settle();

    assertThat(town.reason("one")).isEqualTo("InvalidSpec");
    assertThat(town.message("one")).contains("entyFile");
    assertThat(town.published("one")).isEqualTo("1");
    assertThat(town.directory().problems()).hasSize(1);
  }

  /** More than once, so that a grace that begins late is over, too. */
  private void letAllGraceBeOver() {
    for (int i = 0; i < 3; i++) {
      town.settle();
      town.clock.pass(Town.GRACE);
    }
    town.settle();
  }
}
