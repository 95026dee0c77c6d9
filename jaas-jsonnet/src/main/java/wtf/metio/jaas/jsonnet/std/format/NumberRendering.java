// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;

/** Writes numbers with a sign, zeros in front and digits behind the point. */
final class NumberRendering {

  /** More than any text can have, yet far from overflowing when added to. */
  private static final long ENDLESS = 1L << 40;

  private static final double ROUNDING = 0.5;

  private final TextBuffer out;

  NumberRendering(TextBuffer out) {
    this.out = out;
  }

  /** What stands where the sign stands. */
  static String sign(boolean negative, FormatCode code) {
    return negative ? "-" : code.plus() ? "+" : code.blank() ? " " : "";
  }

  /** How many rounds a loop makes that counts a number down to zero. */
  static long times(double number) {
    return number <= 0 ? 0 : (long) Math.min(Math.ceil(number), ENDLESS);
  }

  /**
   * Writes digits with zeros in front.
   *
   * @param least chars, the sign included and the prefix excluded
   * @param leastDigits chars of digits
   */
  void padded(String sign, String prefix, String digits, double least, double leastDigits) {
    double wanted = Math.max(least - sign.length(), leastDigits);
    out.append(sign);
    out.append(prefix);
    out.repeat('0', times(wanted - digits.length()));
    out.append(digits);
  }

  /**
   * Writes a number with a point.
   *
   * @param zeroPad chars that zeros are to fill
   * @param precision digits behind the point; with {@code *} any number, even a negative one
   * @param trailing whether zeros at the end are written
   */
  void decimal(FormatCode code, double number, double zeroPad, double precision, boolean trailing) {
    double magnitude = Math.abs(number);
    double denominator = Powers.ofTen(precision);
    double numerator = Powers.checked(Powers.checked(magnitude * denominator) + ROUNDING);
    if (denominator == 0) {
      throw JsonnetException.runtime("Division by zero.");
    }
    double whole = magnitude == 0 ? 0 : Math.floor(Powers.checked(numerator / denominator));
    double dot = precision == 0 && !code.alternate() ? 0 : 1;
    var sign = sign(number < 0, code);
    padded(sign, "", WholeDigits.of(whole, 10, ""), zeroPad - precision - dot, 0);
    if (precision == 0) {
      if (code.alternate()) {
        out.append('.');
      }
      return;
    }
    double fraction = Math.floor(numerator) % denominator;
    if (trailing || fraction > 0) {
      out.append('.');
      fraction(fraction, precision, trailing);
    }
  }

  private void fraction(double fraction, double precision, boolean trailing) {
    var digits = WholeDigits.of(fraction, 10, "");
    int end = digits.length();
    while (!trailing && end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    out.repeat('0', times(precision - digits.length()));
    out.append(digits, 0, end);
  }

  /** Writes a number with an exponent; see {@link #decimal}. */
  void scientific(
      FormatCode code, double number, double zeroPad, double precision, boolean trailing) {
    double exponent = Powers.exponentOf(number);
    var digits = WholeDigits.of(Math.abs(exponent), 10, "");
    int suffix = 2 + Math.max(2, digits.length());
    double mantissa = Powers.mantissaOf(number, exponent);
    decimal(code, mantissa, zeroPad - suffix, precision, trailing);
    out.append(code.capitals() ? 'E' : 'e');
    out.append(exponent < 0 ? '-' : '+');
    out.repeat('0', 2 - digits.length());
    out.append(digits);
  }
}
