// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.snippet.Format;

class GoReadersTest {

  @TempDir static Path folder;

  @Test
  void readersOfKubernetesAndFluxReadWhatWasRendered() throws IOException {
    var values = new ArrayList<Object>();
    RandomValues.TRICKY.forEach(
        tricky -> values.add(Map.of(tricky, tricky, "list", List.of(tricky, List.of(tricky)))));
    RandomValues.numbers().forEach(number -> values.add(Map.of("a", number)));
    var random = new RandomValues(new Random(20260102));
    for (int i = 0; i < 3000; i++) {
      values.add(random.object());
    }
    try (var readers = GoReaders.start(folder)) {
      for (var value : values) {
        var json = Json.bytes(value);
        var yaml = yaml(json);
        assertThat(readers.difference(json, yaml))
            .as(new String(yaml, StandardCharsets.UTF_8))
            .isEmpty();
      }
      assertThat(
              readers.difference(
                  "{\"a\": \"no\"}".getBytes(StandardCharsets.UTF_8),
                  "a: no\n".getBytes(StandardCharsets.UTF_8)))
          .contains("sigs.k8s.io/yaml reads");
    }
  }

  private static byte[] yaml(byte[] json) {
    var formatted = (Formatted.Files) new JsonOutputFormatter().format(json, Format.YAML);
    return formatted.files().content("rendered.yaml").orElseThrow();
  }
}
