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
public record ShortestDigits(boolean negative, String digits, int exponent) {

  /**
   * Up to so many times the smallest number one digit may do where the platform prints two, as it
   * then takes the nearest of all with two digits.
   */
  private static final int COARSE = 100;

  /** The digits of a finite number. */
  public static ShortestDigits of(double number) {
    var size = Math.abs(number);
    var text = Double.toString(size);
    if (size <= COARSE * Double.MIN_VALUE && size > 0) {
      var shorter = oneDigit(text);
      text = Double.parseDouble(shorter) == size ? shorter : text;
    }
    return parse(Double.doubleToRawLongBits(number) < 0, text);
  }

  /** The digits of a finite number of single precision. */
  public static ShortestDigits of(float number) {
    var size = Math.abs(number);
    var text = Float.toString(size);
    if (size <= COARSE * Float.MIN_VALUE && size > 0) {
      var shorter = oneDigit(text);
      text = Float.parseFloat(shorter) == size ? shorter : text;
    }
    return parse(Float.floatToRawIntBits(number) < 0, text);
  }

  /** Without an exponent, however many zeros that takes. */
  public String plain() {
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
  public String scientific(int width) {
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

  /** Of {@code 4.9E-324} makes {@code 5E-324}. */
  private static String oneDigit(String text) {
    var mark = text.indexOf('E');
    return Math.round(Double.parseDouble(text.substring(0, mark))) + text.substring(mark);
  }

  private static ShortestDigits parse(boolean negative, String text) {
    var mark = text.indexOf('E');
    var mantissa = mark < 0 ? text : text.substring(0, mark);
    var point = mantissa.indexOf('.');
    var all = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
    var first = 0;
    while (first < all.length() - 1 && all.charAt(first) == '0') {
      first++;
    }
    var end = all.length();
    while (end > first + 1 && all.charAt(end - 1) == '0') {
      end--;
    }
    var digits = all.substring(first, end);
    var shift = mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
    var whole = point < 0 ? mantissa.length() : point;
    return new ShortestDigits(negative, digits, digits.equals("0") ? 0 : whole - 1 - first + shift);
  }
}
