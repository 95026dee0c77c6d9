// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.text.NumberText;

/** Digits of numbers that are not negative. */
final class WholeDigits {

  /** Up to here dividing by the radix leaves no error. */
  private static final double EXACT = 0x1p53;

  private static final int RADIX_HEXADECIMAL = 16;

  private WholeDigits() {}

  /**
   * The digits to a radix up to ten.
   *
   * <p>Large numbers are divided as doubles, so that their lower digits are not always true; of a
   * number that is not whole, the last "digit" is what remains of it.
   *
   * @param prefix put in front unless the number is zero
   */
  static String of(double number, int radix, String prefix) {
    if (number == 0) {
      return "0";
    }
    if (number < EXACT && number == Math.rint(number)) {
      return prefix.concat(Long.toString((long) number, radix));
    }
    var digits = new StringBuilder();
    for (double rest = number; rest != 0; rest = quotient(rest, radix)) {
      digits.insert(0, NumberText.output(rest % radix));
    }
    return digits.insert(0, prefix).toString();
  }

  /** The hexadecimal digits of a whole number. */
  static String hexadecimal(double number, boolean capitals) {
    var digits = new StringBuilder();
    double rest = number;
    do {
      digits.append(hexadecimalDigit((int) (rest % RADIX_HEXADECIMAL), capitals));
      rest = quotient(rest, RADIX_HEXADECIMAL);
    } while (rest != 0);
    return digits.reverse().toString();
  }

  private static char hexadecimalDigit(int digit, boolean capitals) {
    return (capitals ? "0123456789ABCDEF" : "0123456789abcdef").charAt(digit);
  }

  private static double quotient(double number, int radix) {
    if (Double.isInfinite(number)) {
      throw Powers.overflow();
    }
    return Math.floor(number / radix);
  }
}
