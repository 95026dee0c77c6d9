// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.math.BigDecimal;

/** Numbers as Go writes them when nobody asks for a form: the shortest digits, {@code 1e+06}. */
final class GoNumber {

  /** From this many digits before the point on there is an exponent. */
  private static final int LARGE = 7;

  private static final int SMALL = -3;

  private GoNumber() {}

  static String text(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    var shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    var digits = shortest.unscaledValue().abs().toString();
    // The number is 0.digits times ten to this power.
    int power = digits.length() - shortest.scale();
    var sign = number < 0 ? "-" : "";
    return sign
        + (power < SMALL || power >= LARGE
            ? exponential(digits, power - 1)
            : shortest.abs().toPlainString());
  }

  private static String exponential(String digits, int exponent) {
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return mantissa + 'e' + (exponent < 0 ? '-' : '+') + (size < 10 ? "0" : "") + size;
  }
}
