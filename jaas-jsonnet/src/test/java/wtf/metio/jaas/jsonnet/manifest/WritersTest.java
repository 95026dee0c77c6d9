// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.json.JsonParser;

final class WritersTest {

  private final Evaluation evaluation = EvaluationFixture.unlimited();

  @Test
  void jsonIsIndentedAndHasTheShortestNumbers() {
    var form = new JsonText.Form("  ", "\n", ": ");

    assertThat(JsonText.of(evaluation, value("{\"b\":[0.1,{}],\"a\":\"\\u2028\"}"), form).value())
        .isEqualTo(
            """
            {
              "a": "\\u2028",
              "b": [
                0.1,
                {

                }
              ]
            }\
            """);
  }

  @Test
  void jsonOnOneLineHasNoSpaces() {
    var form = new JsonText.Form("", "", ":");

    assertThat(JsonText.of(evaluation, value("{\"a\":[],\"b\":[1,2]}"), form).value())
        .isEqualTo("{\"a\":[],\"b\":[1,2]}");
  }

  @Test
  void yamlPutsArraysBesideTheirKeysUnlessAskedTo() {
    var value = value("{\"a\":[1,[2,3],{\"x\":1,\"y\":2}],\"t\":\"l1\\nl2\\n\",\"e\":[],\"o\":{}}");

    assertThat(yaml(value, new YamlText.Form(false, false)))
        .isEqualTo(
            """
            a:
            - 1
            -
              - 2
              - 3
            - x: 1
              "y": 2
            e: []
            o: {}
            t: |
              l1
              l2\
            """);
    assertThat(yaml(value("{\"a\":[1]}"), new YamlText.Form(true, true)))
        .isEqualTo("\"a\":\n  - 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "a-b", "a/b.c", "A_1", "1__0", "0o17", "1e400", "0b12", "1-2", "1.2.3", "_1", "0x",
        "x0X1"
      })
  void keysThatNobodyMisreadsNeedNoQuotes(String key) {
    assertThat(YamlKeys.isBare(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "é",
        "true",
        "No",
        "y",
        "NULL",
        ".Inf",
        "-.inf",
        "nan",
        "-",
        "---",
        "1",
        "-1",
        "1_000",
        "1.5",
        "1.",
        ".5",
        "1e5",
        "0b11",
        "-0b1",
        "0x1F",
        "a0x1",
        "2020-01-01",
        "--",
        "inf"
      })
  void keysThatLookLikeSomethingElseHaveQuotes(String key) {
    assertThat(YamlKeys.isBare(key)).isFalse();
  }

  @Test
  void tomlPutsTablesBehindTheFieldsOfTheirTable() {
    var value =
        value(
            "{\"a\":{\"x\":1,\"s\":{}},\"b\":[1,[2],{\"k\":true}],\"c\":[{\"y\":1},{\"y\":2}],\"\":\"e\"}");

    assertThat(TomlText.of(evaluation, value, "  ").value())
        .isEqualTo(
            """
            '' = "e"
            b = [
              1,
              [ 2 ],
              { k = true }
            ]

            [a]
              x = 1

              [a.s]

            [[c]]
              y = 1

            [[c]]
              y = 2\
            """);
  }

  @Test
  void tomlHasNoNull() {
    assertThatThrownBy(() -> TomlText.of(evaluation, value("{\"a\":{\"b\":[null]}}"), "  "))
        .hasMessage("Tried to manifest \"null\" at [a b 0]");
  }

  @Test
  void iniRepeatsTheKeyForEveryElement() {
    var value = value("{\"main\":{\"k\":[1,2]},\"sections\":{\"s\":{\"x\":\"y\"},\"t\":{}}}");

    assertThat(IniText.of(evaluation, value).value()).isEqualTo("k = 1\nk = 2\n[s]\nx = y\n[t]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":[true,false,null],\"b\":0.5}|{\"a\": [True, False, None], \"b\": 0.5}",
        "[]|[]",
        "\"a\\n\"|\"a\\n\"",
      })
  void pythonHasItsOwnConstants(String json, String expected) {
    assertThat(PythonText.of(evaluation, value(json)).value()).isEqualTo(expected);
  }

  @Test
  void xmlIsMadeOfTagAttributesAndChildren() {
    var value = value("[\"a\",{\"x\":1,\"y\":\"<\"},\"t\",[\"b\"],[\"c\",\"u\"]]");

    assertThat(XmlText.of(evaluation, value).value())
        .isEqualTo("<a x=\"1\" y=\"<\">t<b></b><c>u</c></a>");
  }

  @Test
  void aValueWithoutEndMeetsTheDepthLimit() {
    Value deep = NumberValue.of(1);
    for (int i = 0; i < 500; i++) {
      deep = ArrayValue.of(deep);
    }
    var tooDeep = deep;
    var form = new JsonText.Form("", "", ":");

    assertThatThrownBy(() -> JsonText.of(evaluation, tooDeep, form))
        .hasMessage("max manifest depth exceeded, possible infinite recursion");
    assertThatThrownBy(() -> yaml(tooDeep, new YamlText.Form(false, true)))
        .hasMessage("max manifest depth exceeded, possible infinite recursion");
  }

  private String yaml(Value value, YamlText.Form form) {
    var out = new TextBuffer(evaluation);
    YamlText.append(evaluation, out, value, form);
    return out.toString();
  }

  private Value value(String json) {
    return new JsonParser(evaluation, json).parse();
  }
}
