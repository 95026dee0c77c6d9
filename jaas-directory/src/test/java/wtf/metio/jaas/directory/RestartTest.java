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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

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
  void nothingIsRenderedOrWrittenAgain() throws IOException {
    town.write("lib.yaml", library("l", "1"));
    town.write("a.yaml", built("one", "@l/main.libsonnet@", "l"), snippet("two", "broken"));
    town.settle();
    var file = town.state.resolve("default/one.json");
    var written = Files.getLastModifiedTime(file);
    town.evaluator.rendered().clear();
    town.heard.lines.clear();
    town.restart();
    town.settle();

    assertThat(town.evaluator.rendered()).containsExactly("default/two");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    assertThat(town.heard.lines)
        .containsExactlyInAnyOrder(
            "ended default/one Synced as before", "ended default/two EvaluationFailed as before");
    assertThat(town.status("one").described().generation()).isEqualTo(1);
  }

  @Test
  void aRevisionThatWaitsForItsGraceIsNotForgotten() {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "2"));
    town.settle();
    town.restart();
    town.pass(Duration.ofMinutes(5));

    assertThat(town.store.list(name("one"))).hasSize(1);
  }

  @Test
  void whatWasEditedMeanwhileComesFirst() {
    for (int i = 0; i < 9; i++) {
      town.write("s" + i + ".yaml", snippet("s" + i, "" + i));
    }
    town.settle();
    town.close();
    town.write("s7.yaml", snippet("s7", "edited"));
    town.heard.lines.clear();
    town.settle();

    assertThat(town.heard.lines.get(1)).isEqualTo("ended default/s7 Synced");
  }

  @Test
  void aChangedMountIsNoticedAfterwardsToo() throws IOException {
    Files.writeString(town.mounts.resolve("lib.libsonnet"), "1");
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.restart();
    town.settle();
    assertThat(town.evaluator.rendered()).hasSize(1);

    Files.writeString(town.mounts.resolve("lib.libsonnet"), "22");
    town.restart();
    town.settle();
    assertThat(town.evaluator.rendered()).hasSize(2);
  }

  @Test
  void aChangedMountWakesEverybodyWhileTheProcessRuns() throws IOException {
    town.write("a.yaml", snippet("one", "1"), snippet("two", "2"));
    town.settle();
    Files.writeString(town.mounts.resolve("lib.libsonnet"), "1");
    town.clock.pass(Duration.ofSeconds(2));
    town.settle();

    assertThat(town.evaluator.rendered()).hasSize(4);
  }

  @Test
  @Timeout(60)
  void theEndGivesUpEvaluationsAndLosesNothing() throws Exception {
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    town.write("a.yaml", snippet("one", "endless"));
    town.directory().start();
    town.evaluator.awaitEndless();
    town.close();

    assertThat(town.reason("one")).isEqualTo("Synced");
    assertThat(town.published("one")).isEqualTo("1");
  }

  @Test
  void rendersBeyondTheRateWaitForTheirTurn() throws IOException {
    town.rateLimit = _ -> Optional.of(Duration.ofSeconds(7));
    town.write("a.yaml", snippet("one", "1"));
    town.settle();
    assertThat(town.heard.lines).containsExactly("deferred default/one RateLimited");

    town.rateLimit = _ -> Optional.empty();
    town.pass(Duration.ofSeconds(7));
    assertThat(town.published("one")).isEqualTo("1");
  }
}
