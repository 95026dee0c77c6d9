// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Fractions with seventeen significant digits, correctly rounded, ties to even.
 *
 * <p>A number is multiplied by a power of ten so that seventeen digits stand before the point. The
 * product has 192 bits, of which the lowest 64 may be missing something; that is enough to round
 * correctly unless the rest looks like just below one half in 70 bits, and then the exact way is
 * taken. {@link BigDecimal} alone was measured to take six times as long.
 */
final class SeventeenDigits {

  private static final int DIGITS = 17;
  private static final long LIMIT = 100_000_000_000_000_000L;

  private static final long[] TENS = tens();

  /** From here on down the form with an exponent is used. */
  private static final int LAST_PLAIN_EXPONENT = -4;

  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1023;

  private SeventeenDigits() {}

  /**
   * Writes a finite number that is not whole.
   *
   * @return the position after the last byte, at most 24 bytes further
   */
  static int write(double number, byte[] out, int at) {
    var next = at;
    if (number < 0) {
      out[next++] = '-';
    }
    var bits = Double.doubleToRawLongBits(number) & Long.MAX_VALUE;
    var exponent = PowersOfTen.decimalExponent(binaryExponent(bits));
    var digits = scaled(bits, DIGITS - 1 - exponent);
    if (digits >= LIMIT) {
      exponent++;
      digits = scaled(bits, DIGITS - 1 - exponent);
    }
    return write(digits, exponent, out, next);
  }

  private static int write(long digits, int exponent, byte[] out, int at) {
    var zeros = trailingZeros(digits);
    var significant = digits / TENS[zeros];
    var count = DIGITS - zeros;
    if (exponent < LAST_PLAIN_EXPONENT) {
      return writeExponent(exponent, out, writePoint(significant, count, 1, out, at));
    }
    if (exponent >= 0) {
      return writePoint(significant, count, exponent + 1, out, at);
    }
    out[at] = '0';
    out[at + 1] = '.';
    var next = at + 2;
    for (var zero = exponent + 1; zero < 0; zero++) {
      out[next++] = '0';
    }
    DecimalDigits.writeBackwards(significant, out, next, next + count);
    return next + count;
  }

  /** Writes {@code count} digits, with a point after the first {@code whole} unless it is last. */
  private static int writePoint(long digits, int count, int whole, byte[] out, int at) {
    if (count <= whole) {
      DecimalDigits.writeBackwards(digits, out, at, at + count);
      return at + count;
    }
    var power = TENS[count - whole];
    var front = digits / power;
    DecimalDigits.writeBackwards(front, out, at, at + whole);
    out[at + whole] = '.';
    var end = at + count + 1;
    DecimalDigits.writeBackwards(digits - front * power, out, at + whole + 1, end);
    return end;
  }

  /** Only negative exponents occur: a fraction is smaller than 2^52. */
  private static int writeExponent(int exponent, byte[] out, int at) {
    out[at] = 'e';
    out[at + 1] = '-';
    var end = at + (exponent <= -100 ? 5 : 4);
    DecimalDigits.writeBackwards(-exponent, out, at + 2, end);
    return end;
  }

  private static int trailingZeros(long digits) {
    var rest = digits;
    var zeros = 0;
    for (var step = 8; step > 0; step >>= 1) {
      var quotient = rest / TENS[step];
      if (quotient * TENS[step] == rest) {
        rest = quotient;
        zeros += step;
      }
    }
    // Sixteen zeros are one more than eight, four, two and one make.
    return rest % 10 == 0 ? zeros + 1 : zeros;
  }

  /** The number times {@code 10^k}, rounded to a whole number. */
  private static long scaled(long bits, int k) {
    var exponent = binaryExponent(bits);
    var significand = significand(bits);
    var low = significand * PowersOfTen.low(k);
    var middle = significand * PowersOfTen.high(k);
    var carry = Math.unsignedMultiplyHigh(significand, PowersOfTen.low(k));
    var top = Math.unsignedMultiplyHigh(significand, PowersOfTen.high(k));
    middle += carry;
    if (Long.compareUnsigned(middle, carry) < 0) {
      top++;
    }
    // top:middle:low * 2^shift is the result; its point lies within top.
    var shift = exponent + PowersOfTen.exponent(k) - 62;
    return round(top, middle, low, -shift, k, bits);
  }

  private static long round(long top, long middle, long low, int point, int k, long bits) {
    var whole = top >>> point;
    var half = 1L << point - 1;
    var rest = top & (half << 1) - 1;
    if (rest < half) {
      var unsure = rest == half - 1 && middle == -1 && k > PowersOfTen.LAST_EXACT;
      return unsure ? exactlyScaled(bits, k) : whole;
    }
    // What is cut off makes a product that ends in one half more than that.
    var tie = rest == half && (middle | low) == 0 && k <= PowersOfTen.LAST_EXACT;
    return tie ? whole + (whole & 1) : whole + 1;
  }

  /** The slow and certain way, also for tests to compare with. */
  static long exactlyScaled(long bits, int k) {
    return new BigDecimal(Double.longBitsToDouble(bits))
        .scaleByPowerOfTen(k)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** The significand with its top bit at bit 63. */
  private static long significand(long bits) {
    if (bits >>> FRACTION_BITS == 0) {
      return bits << Long.numberOfLeadingZeros(bits);
    }
    return bits << 63 - FRACTION_BITS | Long.MIN_VALUE;
  }

  /** The exponent of the highest bit. */
  private static int binaryExponent(long bits) {
    var biased = (int) (bits >>> FRACTION_BITS);
    return biased == 0
        ? 1 - BIAS - FRACTION_BITS + 63 - Long.numberOfLeadingZeros(bits)
        : biased - BIAS;
  }

  private static long[] tens() {
    var table = new long[DIGITS + 1];
    table[0] = 1;
    for (var i = 1; i < table.length; i++) {
      table[i] = 10 * table[i - 1];
    }
    return table;
  }
}
