// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.EvaluationFixture;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

final class SlicingTest {

  private static final ArrayValue DIGITS =
      ArrayValue.of(IntStream.range(0, 5).mapToObj(NumberValue::of).toArray(Value[]::new));
  private static final StringValue LETTERS = StringValue.of("aé\uD83D\uDE00xy");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ,,, 01234, aé😀xy
          1,,, 1234, é😀xy
          , 2,, 01, aé
          1, 4,, 123, é😀x
          -2,,, 34, xy
          , -2,, 012, aé😀
          -9, 9,, 01234, aé😀xy
          4, 1,, '', ''
          9,,, '', ''
          , -9,, '', ''
          ,, 2, 024, a😀y
          1,, 3, 14, éy
          ,, 1.5, 0134, aéxy
          0.5, 2.5,, 01, aé
          2.5,,, 234, 😀xy
          , 2.5,, 012, aé😀
          -0.5,,, 4, y
          , -0.5,, 01234, aé😀xy
          ,, 1e300, 0, a
          1e300,,, '', ''
          -1e300, 1e300,, 01234, aé😀xy
          """)
  void arraysAndStringsAreCutAlike(
      Double from, Double to, Double step, String digits, String letters) {
    assertThat(text(slice(DIGITS, from, to, step))).isEqualTo(digits);
    assertThat(text(slice(LETTERS, from, to, step))).isEqualTo(letters);
  }

  @Test
  void stepsMustGoForward() {
    assertThatThrownBy(() -> slice(DIGITS, null, null, 0.0))
        .hasMessage("got 0 but step must be greater than 0");
    assertThatThrownBy(() -> slice(DIGITS, -1.0, null, -1.5))
        .hasMessage("got [4:5:-1.5] but negative steps are not supported");
  }

  @Test
  void onlyArraysAndStringsHaveParts() {
    assertThatThrownBy(() -> slice(NumberValue.of(1), null, null, null))
        .hasMessage("std.slice accepts a string or an array, but got: number");
  }

  @Test
  void aStepThatNeverArrivesEndsWithTheSteps() {
    var evaluation = EvaluationFixture.limitedTo(100_000);

    assertThatThrownBy(() -> slice(evaluation, DIGITS, null, null, 1e-300))
        .hasMessage("no steps left");
  }

  private static Value slice(Value target, Double from, Double to, Double step) {
    return slice(EvaluationFixture.unlimited(), target, from, to, step);
  }

  private static Value slice(
      Evaluation evaluation, Value target, Double from, Double to, Double step) {
    return Slicing.slice(evaluation, target, value(from), value(to), value(step));
  }

  private static Value value(Double number) {
    return number == null ? NullValue.NULL : NumberValue.of(number);
  }

  private static String text(Value value) {
    return value instanceof ArrayValue array
        ? Arrays.stream(array.copy())
            .map(digit -> Integer.toString((int) ((NumberValue) digit).value()))
            .collect(Collectors.joining())
        : ((StringValue) value).value();
  }
}
