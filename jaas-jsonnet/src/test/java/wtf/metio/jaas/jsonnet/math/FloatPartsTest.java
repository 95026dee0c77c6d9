// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FloatPartsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 1",
    "-3, -0.75, 2",
    "0.5, 0.5, 0",
    "0.1, 0.8, -3",
    "0.0, 0.0, 0",
    "-0.0, -0.0, 0",
    "5e-324, 0.5, -1073",
    "2.2250738585072014e-308, 0.5, -1021",
    "1.7976931348623157e308, 0.9999999999999999, 1024",
    "Infinity, Infinity, 0",
    "-Infinity, -Infinity, 0",
    "NaN, NaN, 0",
  })
  void mantissaAndExponent(double number, double mantissa, int exponent) {
    assertThat(FloatParts.mantissa(number)).isEqualTo(Double.valueOf(mantissa));
    assertThat(FloatParts.exponent(number)).isEqualTo(exponent);
  }

  @Test
  void thePartsMakeTheNumber() {
    var random = new Random(8);
    for (var i = 0; i < 20_000; i++) {
      var number = Double.longBitsToDouble(random.nextLong() >>> 12 * random.nextInt(2));
      if (Double.isFinite(number) && number != 0) {
        var mantissa = FloatParts.mantissa(number);
        assertThat(Math.abs(mantissa)).isBetween(0.5, Math.nextDown(1.0));
        assertThat(FloatParts.scale(mantissa, FloatParts.exponent(number))).isEqualTo(number);
      }
    }
  }

  @Test
  void scalingIsRoundedOnce() {
    assertThat(FloatParts.scale(0x1.8p0, -1075)).isEqualTo(Double.MIN_VALUE);
    assertThat(FloatParts.scale(1, -1075)).isZero();
    assertThat(FloatParts.scale(1, 1L << 40)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(FloatParts.scale(1, -1L << 40)).isZero();
  }
}
