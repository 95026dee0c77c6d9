// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.snippet.Format;

class YamlFormatTest {

  private static String yaml(Object value) {
    return yamlOf(Json.bytes(value));
  }

  private static String yamlOf(byte[] json) {
    var formatted = new JsonOutputFormatter().format(json, Format.YAML);
    assertThat(formatted).isInstanceOf(Formatted.Files.class);
    var files = ((Formatted.Files) formatted).files();
    assertThat(files.paths()).containsExactly("rendered.yaml");
    return new String(files.content("rendered.yaml").orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void aValueIsWrittenInBlocks() {
    assertThat(
            yamlOf(
                """
                {
                   "apiVersion": "apps/v1",
                   "empty": { },
                   "list": [ "a", [ "b", { } ], { "c": 1, "d": [ ] } ],
                   "nothing": null,
                   "numbers": [ 1, -0.5, 1e+21, 1.5e-07 ],
                   "program": "#!/bin/sh\\necho hello\\n",
                   "quoted": [ "", "no", "1e3", "0x1", "2001-01-01", "~", "007", "a: b" ],
                   "scope": { "y": true, "z": false }
                }
                """
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            """
            apiVersion: apps/v1
            empty: {}
            list:
            - a
            - - b
              - {}
            - c: 1
              d: []
            nothing: null
            numbers:
            - 1
            - -0.5
            - 1.0e+21
            - 1.5e-07
            program: |
              #!/bin/sh
              echo hello
            quoted:
            - ""
            - "no"
            - "1e3"
            - "0x1"
            - "2001-01-01"
            - "~"
            - "007"
            - "a: b"
            scope:
              "y": true
              z: false
            """);
  }

  @Test
  void aListIsAStreamOfDocuments() {
    assertThat(yaml(List.of(Map.of("a", "b"), List.of("c"), "d", List.of())))
        .isEqualTo("a: b\n---\n- c\n---\nd\n---\n[]\n");
    assertThat(yaml(List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyTrickyStringIsReadBackWhereverItStands(YamlReaders reader) {
    for (var tricky : RandomValues.TRICKY) {
      var value =
          Map.of(tricky, tricky, "list", List.of(tricky, List.of(tricky), Map.of("k", tricky)));

      assertThat(reader.documents(yaml(value)))
          .as("%s in %s", Json.bytes(tricky), yaml(value))
          .containsExactly(YamlReaders.expected(value));
      assertThat(reader.documents(yaml(List.of(tricky, tricky)))).containsExactly(tricky, tricky);
      assertThat(reader.documents(yaml(tricky))).containsExactly(tricky);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberIsReadBack(YamlReaders reader) {
    for (var number : RandomValues.numbers()) {
      assertThat(reader.documents(yaml(Map.of("a", number)))).containsExactly(Map.of("a", number));
    }
  }

  @ParameterizedTest
  @EnumSource
  void randomValuesAreReadBack(YamlReaders reader) {
    var values = new RandomValues(new Random(20260101));
    for (int i = 0; i < 3000; i++) {
      var value = values.object();
      assertThat(reader.documents(yaml(value))).containsExactly(YamlReaders.expected(value));
    }
  }

  @Test
  void whatIsWrittenDependsOnTheValueAlone() {
    var json = Json.bytes(new RandomValues(new Random(7)).object());

    assertThat(yamlOf(json)).isEqualTo(yamlOf(json.clone()));
  }

  @Test
  void aValueThatIsTooDeepFitsNoFormatButJson() {
    var json = ("[".repeat(1002) + "]".repeat(1002)).getBytes(StandardCharsets.UTF_8);
    var formatter = new JsonOutputFormatter();

    for (var format : List.of(Format.YAML, Format.MANIFESTS)) {
      assertThat(formatter.format(json, format))
          .isEqualTo(new Formatted.Unfit("the value is nested deeper than 1000 levels"));
    }
    assertThat(formatter.format(json, Format.JSON)).isInstanceOf(Formatted.Files.class);
  }

  @Test
  void linesOfADeepTextDoNotMultiplyItsSize() {
    Object value = "x\n".repeat(100_000);
    for (int i = 0; i < 400; i++) {
      value = Map.of("a", value);
    }
    var json = Json.bytes(value);

    assertThat(yamlOf(json).length()).isLessThan(2 * json.length);
  }

  @Test
  void manyReadersAgreeOnLargeValues() {
    var values = new RandomValues(new Random(3));
    var list = new ArrayList<Object>();
    for (int i = 0; i < 500; i++) {
      list.add(values.object());
    }
    var value = Map.of("all", list);

    assertThat(YamlReaders.OLD.documents(yaml(value)))
        .isEqualTo(YamlReaders.CORE.documents(yaml(value)))
        .containsExactly(YamlReaders.expected(value));
  }
}
