// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.RecordedLines;
import wtf.metio.jaas.jsonnet.runtime.Value;

final class JsonParserTest {

  private static final String PREFIX = "failed to parse JSON: ";

  static List<String> texts() {
    return RecordedLines.of(JsonParserTest.class, "texts.txt");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsAsTheReferenceDoes(String line) {
    var reading = RecordedLines.Reading.of(line);

    assertThat(answer(reading.text())).isEqualTo(reading.outcome(PREFIX));
  }

  @Test
  void theTableIsThere() {
    assertThat(texts()).hasSizeGreaterThan(150);
  }

  @Test
  void tenThousandLevelsAreTheMost() {
    assertThat(parse("[".repeat(10_000) + "]".repeat(10_000))).isInstanceOf(ArrayValue.class);
    assertThatThrownBy(() -> parse("[".repeat(10_001)))
        .isInstanceOf(JsonnetException.class)
        .hasMessage(PREFIX + "invalid character '[' exceeded max depth");
  }

  @Test
  void aNumberThatIsTooLargeIsFoundAfterAllThatIsWrongWithTheText() {
    assertThat(answer("[1e400, 1e500]"))
        .isEqualTo(PREFIX + "json: cannot unmarshal number 1e400 into Go value of type float64");
    assertThat(answer("[1e400, ")).isEqualTo(PREFIX + "unexpected end of JSON input");
  }

  @Test
  void halvesOfPairsAreReplaced() {
    assertThat(answer("\"\\ud83d\\ude00\"")).isEqualTo("[\"😀\"]");
    assertThat(answer("\"\\ud83d!\"")).isEqualTo("[\"\uFFFD!\"]");
    assertThat(answer("\"\\ude00\\ud83d\"")).isEqualTo("[\"\uFFFD\uFFFD\"]");
  }

  private static Value parse(String text) {
    return new JsonParser(EvaluationFixture.unlimited(), text).parse();
  }

  private static String answer(String text) {
    var evaluation = EvaluationFixture.unlimited();
    try {
      var value = new JsonParser(evaluation, text).parse();
      return ValueText.of(evaluation, ArrayValue.of(value)).value();
    } catch (JsonnetException failure) {
      return failure.text();
    }
  }
}
