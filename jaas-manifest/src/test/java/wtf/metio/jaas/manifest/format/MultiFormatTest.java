// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.source.FileSet;

class MultiFormatTest {

  private static Formatted formatted(byte[] json) {
    return new JsonOutputFormatter().format(json, Format.MULTI);
  }

  private static String text(FileSet files, String name) {
    return new String(files.content(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void everyFieldBecomesAFileAsItsNameSays() {
    var value = Map.of("a", List.of(1d, Map.of()), "b", "x\n   y");
    var json =
        Json.bytes(
            Map.of(
                "run.sh",
                "#!/bin/sh\n   echo\n",
                "deep/value.json",
                value,
                "value.yaml",
                value,
                "stream.yml",
                List.of("a", Map.of("b", "c")),
                "plain",
                List.of()));

    var files = ((Formatted.Files) formatted(json)).files();

    assertThat(files.paths())
        .containsExactly("deep/value.json", "plain", "run.sh", "stream.yml", "value.yaml");
    assertThat(text(files, "run.sh")).isEqualTo("#!/bin/sh\n   echo\n");
    assertThat(files.content("deep/value.json")).hasValue(Json.bytes(value));
    assertThat(text(files, "plain")).isEqualTo("[ ]\n");
    assertThat(text(files, "stream.yml")).isEqualTo("a\n---\nb: c\n");
    assertThat(text(files, "value.yaml")).isEqualTo("a:\n- 1\n- {}\nb: |-\n  x\n     y\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1]           | the value must be an object with files as fields
          {}            | the value has no field, so there is no file
          {"../a": 1}   | "../a" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)
          {"/a": 1}     | "/a" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)
          {"./a": 1}    | "./a" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)
          {"": 1}       | "" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)
          {"a b": 1}    | "a b" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)
          {"a": 1, "a/b": 1} | "a" is a file and the folder of another
          """)
  void namesThatNobodyCouldUnpackAreRefused(String json, String message) {
    assertThat(formatted(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Formatted.Unfit("format multi: " + message));
  }
}
