// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

/**
 * The fewest decimal digits that read back as the same number, the nearest of them if there are
 * several.
 *
 * @param negative whether the number is below zero, or the negative zero
 * @param digits without leading or trailing zeros; {@code 0} alone for zero
 * @param exponent the decimal exponent of the first digit
 */
record ShortestDigits(boolean negative, String digits, int exponent) {

  /** Below twenty times the smallest double one digit may do where the platform prints two. */
  private static final double COARSE = 20 * Double.MIN_VALUE;

  /** The digits of a finite number. */
  static ShortestDigits of(double number) {
    var size = Math.abs(number);
    var negative = Double.doubleToRawLongBits(number) < 0;
    return size == 0 ? new ShortestDigits(negative, "0", 0) : parse(negative, text(size));
  }

  /** The digits of a number of single precision. */
  static ShortestDigits of(float number) {
    var size = Math.abs(number);
    var negative = Float.floatToRawIntBits(number) < 0;
    return size == 0 ? new ShortestDigits(negative, "0", 0) : parse(negative, Float.toString(size));
  }

  /** Without an exponent, however many zeros that takes. */
  String plain() {
    var out = new StringBuilder(digits.length() + 8);
    if (negative) {
      out.append('-');
    }
    if (exponent < 0) {
      return out.append("0.").repeat('0', -exponent - 1).append(digits).toString();
    }
    var whole = exponent + 1;
    if (digits.length() <= whole) {
      return out.append(digits).repeat('0', whole - digits.length()).toString();
    }
    return out.append(digits, 0, whole)
        .append('.')
        .append(digits, whole, digits.length())
        .toString();
  }

  /** One digit before the point, {@code e}, a sign and at least {@code width} exponent digits. */
  String scientific(int width) {
    var out = new StringBuilder(digits.length() + 8);
    if (negative) {
      out.append('-');
    }
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    var size = Integer.toString(Math.abs(exponent));
    return out.append('e')
        .append(exponent < 0 ? '-' : '+')
        .repeat('0', Math.max(0, width - size.length()))
        .append(size)
        .toString();
  }

  private static String text(double size) {
    var text = Double.toString(size);
    return size < COARSE ? oneDigit(text, size) : text;
  }

  /** Of {@code 4.9E-324} makes {@code 5E-324}, if that reads back as the same number. */
  private static String oneDigit(String text, double size) {
    var rounded = Math.round(Double.parseDouble(text.substring(0, text.indexOf('E'))));
    var shorter = rounded + text.substring(text.indexOf('E'));
    return Double.parseDouble(shorter) == size ? shorter : text;
  }

  private static ShortestDigits parse(boolean negative, String text) {
    var mark = text.indexOf('E');
    var mantissa = mark < 0 ? text : text.substring(0, mark);
    var point = mantissa.indexOf('.');
    var all = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
    var first = 0;
    while (all.charAt(first) == '0') {
      first++;
    }
    var end = all.length();
    while (all.charAt(end - 1) == '0') {
      end--;
    }
    var exponent = (point < 0 ? mantissa.length() : point) - 1 - first;
    var shift = mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
    return new ShortestDigits(negative, all.substring(first, end), exponent + shift);
  }
}
