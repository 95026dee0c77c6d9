// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

/** A double taken apart into mantissa and exponent, and put together again. */
public final class FloatParts {

  static final int FRACTION_BITS = 52;
  static final long FRACTION = (1L << FRACTION_BITS) - 1;

  /** The exponent of one half as it is stored. */
  static final int HALF_EXPONENT = 1022;

  static final long HALF = (long) HALF_EXPONENT << FRACTION_BITS;

  private FloatParts() {}

  /**
   * The number divided by the power of two that brings it to one half or more, and below one; with
   * its sign. Zeros, infinities and NaN are returned as they are.
   */
  public static double mantissa(double number) {
    return number == 0 || !Double.isFinite(number)
        ? number
        : Math.scalb(normal(number), -exponent(normal(number)));
  }

  /** The exponent to base two that belongs to {@link #mantissa}; zero where that is the number. */
  public static int exponent(double number) {
    if (number == 0 || !Double.isFinite(number)) {
      return 0;
    }
    return Math.abs(number) < Double.MIN_NORMAL
        ? Math.getExponent(normal(number)) + 1 - FRACTION_BITS
        : Math.getExponent(number) + 1;
  }

  /** The same mantissa, with an exponent that is not the smallest. */
  private static double normal(double number) {
    return Math.abs(number) < Double.MIN_NORMAL ? number * 0x1p52 : number;
  }

  /** The number times a power of two, rounded once if the result has fewer bits. */
  static double scale(double number, long exponent) {
    return Math.scalb(number, Math.clamp(exponent, -100_000, 100_000));
  }
}
