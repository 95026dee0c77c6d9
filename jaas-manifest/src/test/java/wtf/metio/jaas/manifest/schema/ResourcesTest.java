// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourcesTest {

  private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

  @ParameterizedTest
  @EnumSource
  void theDefinitionForAClusterSaysWhatTheSchemaSays(Kind kind) throws IOException {
    holds(
        Path.of("deploy", "crds", CustomResourceDefinition.fileName(kind)),
        CustomResourceDefinition.yaml(kind));
  }

  @Test
  void thePageTellsWhatTheSchemaSays() throws IOException {
    holds(Path.of("docs", "reference", "resources.md"), ResourcesPage.markdown());
  }

  private static void holds(Path name, String expected) throws IOException {
    var file = CHECKOUT.resolve(name);
    var committed = Files.exists(file) ? Files.readString(file) : "";
    if (System.getProperty("resources.update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }

    assertThat(committed).as("%s; -Dresources.update writes it anew", name).isEqualTo(expected);
  }
}
