// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-1.5, -1.5",
    "100000, 100000",
    "999999, 999999",
    "999999.5, 999999.5",
    "1000000, 1e+06",
    "1234567.5, 1.2345675e+06",
    "-1e10, -1e+10",
    "9007199254740992, 9.007199254740992e+15",
    "1e100, 1e+100",
    "-0.0001, -0.0001",
    "0.00012, 0.00012",
    "0.00001, 1e-05",
    "-1.25e-7, -1.25e-07",
    "5e-324, 5e-324",
    "9.9e-323, 1e-322",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "Infinity, +Inf",
    "-Infinity, -Inf",
    "NaN, NaN",
  })
  void generalFormHasAnExponentForLargeAndSmallNumbers(double number, String text) {
    assertThat(GoNumbers.general(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "-1, -1",
    "1.5, 1.5",
    "123456789, 123456789",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.5e-7, 1.5e-07",
    "NaN, NaN"
  })
  void plainFormHasAnExponentForVeryLargeAndSmallNumbers(double number, String text) {
    assertThat(GoNumbers.value(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "16777216, 1.6777216e+07",
    "16777217, 1.6777216e+07",
    "3.141592653589793, 3.1415927",
    "1e-45, 1e-45",
    "4e-44, 4e-44",
    "-0.0, -0",
    "1e39, +Inf",
  })
  void singlePrecisionHasFewerDigits(double number, String text) {
    assertThat(GoNumbers.general((float) number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.500000",
    "-0.0, -0.000000",
    "-1e-90, -0.000000",
    "0.0000005, 0.000000",
    "0.0000015, 0.000002",
    "2.5e15, 2500000000000000.000000",
    "1e23, 99999999999999991611392.000000",
    "Infinity, +Inf",
  })
  void fixedFormHasSixDecimals(double number, String text) {
    assertThat(GoNumbers.fixed(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1.5, 1.5",
    "1000000, 1000000",
    "123456789012345680000, 123456789012345680000",
    "1e21, 1e+21",
    "0.000001, 0.000001",
    "0.00000025, 2.5e-7",
    "-1e-10, -1e-10",
  })
  void jsonFormHasAnExponentOnlyFarOut(double number, String text) {
    assertThat(GoNumbers.json(number)).isEqualTo(text);
  }

  @Test
  void conversionToIntegersCutsTowardsZero() {
    assertThat(GoNumbers.toLong(1.9)).isEqualTo(1);
    assertThat(GoNumbers.toLong(-1.9)).isEqualTo(-1);
    assertThat(GoNumbers.toLong(-0.5)).isZero();
    assertThat(GoNumbers.toLong(9223372036854774784.0)).isEqualTo(9223372036854774784L);
  }

  @Test
  void everythingOutOfRangeIsTheSmallestInteger() {
    for (var number : new double[] {0x1p63, -0x1p63, -0x1p64, 1e300, -1e300}) {
      assertThat(GoNumbers.toLong(number)).isEqualTo(Long.MIN_VALUE);
    }
    assertThat(GoNumbers.toLong(Double.NaN)).isEqualTo(Long.MIN_VALUE);
    assertThat(GoNumbers.toLong(Double.POSITIVE_INFINITY)).isEqualTo(Long.MIN_VALUE);
    assertThat(GoNumbers.toLong(Double.NEGATIVE_INFINITY)).isEqualTo(Long.MIN_VALUE);
  }
}
