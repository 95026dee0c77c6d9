// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "0.49999999999999994, 0.0",
    "-0.3, -0.0",
    "0.5, 1",
    "-0.5, -1",
    "1.5, 2",
    "2.5, 3",
    "-2.5, -3",
    "4503599627370495.5, 4503599627370496",
    "1e300, 1e300",
    "Infinity, Infinity",
    "-Infinity, -Infinity",
    "NaN, NaN",
  })
  void halvesGoAwayFromZero(double number, double rounded) {
    assertThat(Rounding.round(number)).isEqualTo(Double.valueOf(rounded));
  }

  @ParameterizedTest
  @CsvSource({"1.9, 1", "-1.9, -1", "-0.9, -0.0", "0.9, 0.0", "-1e300, -1e300", "NaN, NaN"})
  void truncationGoesTowardsZero(double number, double truncated) {
    assertThat(Rounding.truncate(number)).isEqualTo(Double.valueOf(truncated));
  }
}
