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
    assertThat(commands.validate("-f", EXAMPLES.toString()))
        .isEqualTo(new Commands.Ended(0, "", "7 manifests, 0 problems\n"));
  }

  @Test
  void theGreetingIsAConfigMap() {
    assertThat(commands.render("-f", commands.path("greeting.yaml")))
        .isEqualTo(
            new Commands.Ended(
                0,
                """
                apiVersion: v1
                data:
                  text: Hello world
                kind: ConfigMap
                metadata:
                  name: greeting
                """,
                ""));
  }
}
