// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

/**
 * An angle that is not negative, cut down to the eighth of the circle around its nearest even
 * multiple of a quarter of pi.
 *
 * <p>Up to 2^29 the multiple is taken off in three steps, with a quarter of pi in three parts (Cody
 * and Waite). Beyond that the angle is multiplied by as many bits of 4/pi as matter (Payne and
 * Hanek).
 *
 * @param number the even multiple, modulo eight: 0, 2, 4 or 6
 * @param rest what is left of the angle, between plus and minus a quarter of pi
 */
record Octant(int number, double rest) {

  private static final double FIRST_PART = 7.85398125648498535156e-1;
  private static final double SECOND_PART = 3.77489470793079817668e-8;
  private static final double THIRD_PART = 2.69515142907905952645e-15;

  private static final double LARGE = 1L << 29;

  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1023;

  /** 4/pi in binary: its whole part, and 1216 bits after the point. */
  private static final long[] FOUR_OVER_PI = {
    0x0000000000000001L, 0x45f306dc9c882a53L, 0xf84eafa3ea69bb81L, 0xb6c52b3278872083L,
    0xfca2c757bd778ac3L, 0x6e48dc74849ba5c0L, 0x0c925dd413a32439L, 0xfc3bd63962534e7dL,
    0xd1046bea5d768909L, 0xd338e04d68befc82L, 0x7323ac7306a673e9L, 0x3908bf177bf25076L,
    0x3ff12fffbc0b301fL, 0xde5e2316b414da3eL, 0xda6cfd9e4f96136eL, 0x9e8c7ecd3cbfd45aL,
    0xea4f758fd7cbe2f6L, 0x7a0e73ef14a525d4L, 0xd7f6bf623f1aba10L, 0xac06608df8f6d757L
  };

  static Octant of(double angle) {
    return angle < LARGE ? small(angle) : large(angle);
  }

  private static Octant small(double angle) {
    var multiple = (long) (angle * (4 / Math.PI));
    multiple += multiple & 1;
    var even = (double) multiple;
    var rest = ((angle - even * FIRST_PART) - even * SECOND_PART) - even * THIRD_PART;
    return new Octant((int) multiple & 7, rest);
  }

  private static Octant large(double angle) {
    var bits = Double.doubleToRawLongBits(angle);
    var significand = bits & (1L << FRACTION_BITS) - 1 | 1L << FRACTION_BITS;
    // The first bit of 4/pi whose product with the significand is below eight whole turns.
    var first = (int) (bits >>> FRACTION_BITS) - BIAS - FRACTION_BITS + 61;
    var high = word(first + 64);
    var middle = significand * high;
    var low = middle + Math.unsignedMultiplyHigh(significand, word(first + 128));
    var carry = Long.compareUnsigned(low, middle) < 0 ? 1 : 0;
    var top = significand * word(first) + Math.unsignedMultiplyHigh(significand, high) + carry;
    return rounded((int) (top >>> 61), fraction(top << 3 | low >>> 61, low));
  }

  /** To the next even multiple, which leaves a negative rest if that is above. */
  private static Octant rounded(int multiple, double fraction) {
    return (multiple & 1) == 0
        ? new Octant(multiple, fraction * (Math.PI / 4))
        : new Octant(multiple + 1 & 7, (fraction - 1) * (Math.PI / 4));
  }

  /**
   * The 64 bits after the point as a number, cut off and not rounded.
   *
   * <p>When leading zeros are shifted out, the bits that come in are the top ones of {@code low},
   * three of which are in {@code fraction} already. The reference does so, and it is visible in
   * about one of a thousand results.
   */
  private static double fraction(long fraction, long low) {
    var shift = Long.numberOfLeadingZeros(fraction) + 1;
    var significand = fraction << shift | low >>> 64 - shift;
    var exponent = (long) (BIAS - shift);
    return Double.longBitsToDouble(exponent << FRACTION_BITS | significand >>> 64 - FRACTION_BITS);
  }

  /** 64 bits of 4/pi from the given bit on. */
  private static long word(int bit) {
    var index = bit >>> 6;
    var shift = bit & 63;
    return shift == 0
        ? FOUR_OVER_PI[index]
        : FOUR_OVER_PI[index] << shift | FOUR_OVER_PI[index + 1] >>> 64 - shift;
  }
}
