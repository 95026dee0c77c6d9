// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.RecordedLines;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.json.JsonParser;

final class FormatPlanTest {

  static List<String> numbers() {
    return RecordedLines.of(FormatPlanTest.class, "numbers.txt");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbersLookAsInTheReference(String line) {
    var parts = line.split(" \\| ", 3);
    var value = NumberValue.of(Double.parseDouble(parts[1]));

    var answer = answer("<" + parts[0] + ">", value);

    assertThat(answer).isEqualTo(parts[2]);
  }

  @Test
  void theTableIsThere() {
    assertThat(numbers()).hasSizeGreaterThan(600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text|[]|text",
        "%s and %s|[1, \"x\"]|1 and x",
        "%s|5|5",
        "%s|\"é😀\"|é😀",
        "<%5s>|\"é😀\"|<   é😀>",
        "<%-5s>|\"é😀\"|<é😀   >",
        "<%*s>|[4, \"a\"]|<   a>",
        "<%-*s>|[4, \"a\"]|<a   >",
        "<%.*f>|[1, 2.25]|<2.3>",
        "<%*.*f>|[6, 1, 2.25]|<   2.3>",
        "%%|[]|%",
        "<%5%>|[]|<    %>",
        "%(ignored)s|[\"x\"]|x",
        "%(a)s-%(b)05d|{\"a\": \"x\", \"b\": 42}|x-00042",
        "%(a b.c)s|{\"a b.c\": 1}|1",
        "%s|{\"a\": [1, {}]}|!Mapping keys required.",
        "%s|[{\"a\": [1, {}]}]|{\"a\": [1, { }]}",
        "%c%c|[\"é\", 128512]|é😀",
        "%ld %hd %Lf|[1, 2, 3]|1 2 3.000000",
      })
  void codesTakeValuesInOrderOrByKey(String format, String values, String expected) {
    assertThat(answer(format, value(values))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%|[]|Truncated format code.",
        "%(a|[]|Truncated format code.",
        "%5.|[]|Truncated format code.",
        "%lld|[1]|Unrecognised conversion type: l",
        "%😀|[1]|Unrecognised conversion type: 😀",
        "%s %s|[1]|Not enough values to format: 1, expected more than 1",
        "%*d|[]|Not enough values to format: 0, expected at least 0",
        "%s|[1, 2]|Too many values to format: 2, expected 1",
        "%d|[\"a\"]|Format required number at 0, got string",
        "%(a)d|{\"a\": \"x\"}|Format required number at a, got string",
        "%(z)s|{}|No such field: z",
        "%(a)*d|{\"a\": 1}|Cannot use * field width with object.",
        "%(a).*d|{\"a\": 1}|Cannot use * precision with object.",
        "%c|[\"ab\"]|%c expected 1-sized string got: 2",
        "%c|[null]|%c expected number / string, got: null",
        "%*d|[\"a\", 1]|Unexpected type string, expected number",
        "%.*d|[\"a\", 1]|std.max second param expected number, got string",
        "%.400f|[1]|Overflow",
      })
  void whatDoesNotFitIsNamed(String format, String values, String expected) {
    assertThat(answer(format, value(values))).isEqualTo("!" + expected);
  }

  @Test
  void aFormatThatIsNoneFailsBeforeAnyValueIsLookedAt() {
    assertThat(answer("%d %z", value("[\"no number\"]")))
        .isEqualTo("!Unrecognised conversion type: z");
  }

  @Test
  void memoryForWideFieldsIsAskedForBeforeItIsTaken() {
    var evaluation = EvaluationFixture.withMemory(1 << 20);
    var plan = FormatPlan.of("%900000000d");

    assertThatThrownBy(() -> plan.apply(evaluation, NumberValue.of(1)))
        .isInstanceOfSatisfying(
            JsonnetException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.LIMIT));
  }

  @Test
  void remaindersAreForNumbersAlone() {
    var evaluation = EvaluationFixture.unlimited();

    assertThat(StringFormat.remainder(evaluation, NumberValue.of(-5), NumberValue.of(3)))
        .isEqualTo(NumberValue.of(-2));
    assertThatThrownBy(() -> StringFormat.remainder(evaluation, value("[]"), NumberValue.of(3)))
        .hasMessage("Operator % cannot be used on types array and number.");
  }

  private static Value value(String json) {
    return new JsonParser(EvaluationFixture.unlimited(), json).parse();
  }

  private static String answer(String format, Value values) {
    try {
      return FormatPlan.of(format).apply(EvaluationFixture.unlimited(), values).value();
    } catch (JsonnetException failure) {
      return "!" + failure.text();
    }
  }
}
