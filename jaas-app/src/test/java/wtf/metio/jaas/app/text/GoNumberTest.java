// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "42, 42",
    "-42, -42",
    "+7, 7",
    "0x2A, 42",
    "0X2a, 42",
    "0o52, 42",
    "052, 42",
    "0b101010, 42",
    "1_000, 1000",
    "0x_ff, 255",
    "-0x10, -16",
    "0_7, 7",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void integersTakeThePrefixesOfGo(String text, long value) {
    assertThat(GoNumber.integer(text)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1.0",
        "08",
        "0x",
        "_1",
        "1_",
        "1__0",
        "0b2",
        "0o8",
        "9223372036854775808",
        "1 "
      })
  void whatIsNoIntegerOfGoIsNone(String text) {
    assertThat(GoNumber.integer(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1.0", ".5, 0.5", "1e-3, 0.001", "-2.50, -2.5"})
  void decimalsAreRead(String text, double value) {
    assertThat(GoNumber.decimal(text)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Inf", "-Infinity", "1e999", "0x1p3", "1,5"})
  void whatIsNotFiniteIsNone(String text) {
    assertThat(GoNumber.decimal(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "1, true", "T, true", "False, false", "0, false"})
  void truthHasSeveralWords(String text, boolean value) {
    assertThat(GoNumber.truth(text)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "tRUE", "2"})
  void otherWordsAreNotTheTruth(String text) {
    assertThat(GoNumber.truth(text)).isEmpty();
  }
}
