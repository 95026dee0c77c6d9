// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleManifestsTest {

  private static final Path EXAMPLES =
      Path.of("").toAbsolutePath().resolveSibling("deploy").resolve("examples/manifests");

  private final Commands commands = new Commands(EXAMPLES);

  @Test
  void theExamplesKeepTheRules() {
    var ended = commands.validate("-f", EXAMPLES.toString());

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.stderr()).endsWith(" manifests, 0 problems\n");
  }

  @Test
  void whatOneOfThemPublishesIsRenderedIntoAnother() {
    assertThat(commands.render("-f", EXAMPLES.toString(), "summary"))
        .isEqualTo(new Commands.Ended(0, "count: 2\nnames:\n- Alice\n- Bob\n", ""));
  }

  @Test
  void objectsForAClusterAreAStream() {
    assertThat(commands.render("-f", EXAMPLES.toString(), "namespaces").stdout())
        .contains("# default/namespaces/Namespace_blue.yaml\n", "kind: Namespace\n");
  }
}
