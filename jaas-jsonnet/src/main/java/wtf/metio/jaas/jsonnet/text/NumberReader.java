// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

/**
 * Numbers from their text, correctly rounded.
 *
 * <p>Most numbers are short: their digits and their power of ten are both exact as doubles, and one
 * multiplication or division rounds correctly. The others go to {@link Double#parseDouble}.
 */
public final class NumberReader {

  /** Up to here whole numbers are exact as doubles. */
  private static final long EXACT = 1L << 53;

  /** Digits that always fit a {@code long}. */
  private static final int MAX_DIGITS = 18;

  /** Enough to overflow or vanish with any digits that memory can hold. */
  private static final int HUGE_EXPONENT = 100_000_000;

  /** The powers of ten that are exact as doubles. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private NumberReader() {}

  /** {@link #parse(String, int, int)} for the whole string. */
  public static double parse(String text) {
    return parse(text, 0, text.length());
  }

  /**
   * Reads the number between {@code from} and {@code to}.
   *
   * <p>The text is known to be a number: an optional minus, digits, optionally a point with digits,
   * optionally an exponent. Underscores between digits are skipped.
   *
   * @return the nearest double; an infinity if there is none, which is for the caller to report
   */
  public static double parse(String text, int from, int to) {
    var negative = text.charAt(from) == '-';
    var digits = 0L;
    var count = 0;
    var decimals = 0;
    var afterPoint = false;
    for (var at = negative ? from + 1 : from; at < to; at++) {
      var c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
        // Zeros in front are no digits yet, wherever the point is.
        count += digits == 0 ? 0 : 1;
        decimals += afterPoint ? 1 : 0;
        if (count > MAX_DIGITS) {
          return slow(text, from, to);
        }
      } else if (c == '.') {
        afterPoint = true;
      } else if (c != '_') {
        return scale(text, from, to, digits, exponent(text, at + 1, to) - decimals);
      }
    }
    return scale(text, from, to, digits, -decimals);
  }

  private static double scale(String text, int from, int to, long digits, int exponent) {
    var sign = text.charAt(from) == '-' ? -1.0 : 1.0;
    if (exponent == 0 || digits == 0) {
      return sign * digits;
    }
    if (digits > EXACT || Math.abs(exponent) >= TENS.length) {
      return slow(text, from, to);
    }
    return exponent < 0 ? sign * digits / TENS[-exponent] : sign * digits * TENS[exponent];
  }

  private static int exponent(String text, int from, int to) {
    var exponent = 0;
    for (var at = from; at < to; at++) {
      var digit = text.charAt(at) - '0';
      if (digit >= 0 && digit <= 9 && exponent < HUGE_EXPONENT) {
        exponent = 10 * exponent + digit;
      }
    }
    return text.charAt(from) == '-' ? -exponent : exponent;
  }

  private static double slow(String text, int from, int to) {
    return Double.parseDouble(text.substring(from, to).replace("_", ""));
  }
}
