// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExponentialTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 1",
    "-0.0, 1",
    "1, 2.718281828459045",
    "709.4, 1.2260423226426727e308",
    "709.5, Infinity",
    "1e300, Infinity",
    "Infinity, Infinity",
    "-708.4, 2.217119081664265e-308",
    "-745.13, 5e-324",
    "-745.2, 0.0",
    "-1e300, 0.0",
    "-Infinity, 0.0",
    "NaN, NaN",
  })
  void exponentials(double power, double result) {
    assertThat(Exponential.exp(power)).isEqualTo(Double.valueOf(result));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.0",
    "0.0, -Infinity",
    "-0.0, -Infinity",
    "-1, NaN",
    "-Infinity, NaN",
    "NaN, NaN",
    "Infinity, Infinity",
    "2.718281828459045, 1",
    "1.7976931348623157e308, 709.782712893384",
    // Below the normal numbers a leading one is assumed that is not there.
    "5e-324, -709.0895657128241",
    "2.225073858507201e-308, -708.3964185322641",
  })
  void logarithms(double number, double result) {
    assertThat(Exponential.log(number)).isEqualTo(Double.valueOf(result));
  }

  @Test
  void otherBasesAreQuotients() {
    assertThat(Exponential.log2(8)).isEqualTo(3);
    assertThat(Exponential.log10(1000)).isEqualTo(2.9999999999999996);
    assertThat(Exponential.log10(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0, 1",
    "1, NaN, 1",
    "1, Infinity, 1",
    "-1, -Infinity, 1",
    "NaN, 1, NaN",
    "2, NaN, NaN",
    "0.0, -1, Infinity",
    "-0.0, -1, -Infinity",
    "-0.0, -2, Infinity",
    "-0.0, 3, -0.0",
    "-0.0, 0.5, 0.0",
    "0.5, Infinity, 0.0",
    "2, Infinity, Infinity",
    "-2, -Infinity, 0.0",
    "-Infinity, 3, -Infinity",
    "-Infinity, -3, -0.0",
    "Infinity, -0.5, 0.0",
    "-8, 0.3333333333333333, NaN",
    "-8, 0.5, NaN",
    "-2, 3, -8",
    "-2, -3, -0.125",
    "4, 0.5, 2",
    "4, -0.5, 0.5",
    "2, 1.5, 2.82842712474619",
    "2, 1.75, 3.363585661014858",
    "10, 22, 1e22",
    "10, 308, 1.0000000000000006e308",
    "10, 309, Infinity",
    "-10, 309, -Infinity",
    "10, -324, 0.0",
    "2, -1074, 5e-324",
    "2, -1075, 0.0",
    "-1, 1e19, 1",
    "2, 1e19, Infinity",
    "2, -1e19, 0.0",
    "0.5, 1e19, 0.0",
    "0.5, -1e19, Infinity",
    "-2, 9e18, Infinity",
    "1e301, 9e18, Infinity",
    "1e-301, 9e18, 0.0",
    "-2, -9e18, 0.0",
    "0.5, 9e18, 0.0",
    "1.0000000000000002, 1e18, 2.7086066226946625e96",
    "5e-324, 0.75, 4.8106753340616725e-247",
  })
  void powers(double base, double power, double result) {
    assertThat(Exponential.pow(base, power)).isEqualTo(Double.valueOf(result));
  }
}
