// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFlawTest {

  @TempDir private Path root;
  private Town town;

  @BeforeEach
  void begin() throws IOException {
    town = new Town(root);
    town.flaw = Optional.of("main.libsonnet:1:1 That is no Jsonnet");
    town.write("lib.yaml", Town.library("lib", "{"));
    town.write("dash.yaml", Town.snippet("dash", "[1]"));
    town.settle();
  }

  @AfterEach
  void end() {
    town.close();
  }

  @Test
  void aFileThatIsNoProgramIsToldWithFileAndLibrary() {
    assertThat(town.directory().problems())
        .containsExactly(
            "lib.yaml: JsonnetLibrary \"lib\" in \"default\": main.libsonnet:1:1 That is no"
                + " Jsonnet");
  }

  @Test
  void nothingElseFollowsFromIt() throws IOException {
    town.delete("dash.yaml");
    town.settle();
    town.pass(Town.GRACE.plusSeconds(1));

    assertThat(town.directory().statuses()).isEmpty();
  }

  @Test
  void aFileThatIsMendedIsToldNoMore() {
    town.flaw = Optional.empty();
    town.write("lib.yaml", Town.library("lib", "{}"));
    town.settle();

    assertThat(town.directory().problems()).isEmpty();
  }
}
