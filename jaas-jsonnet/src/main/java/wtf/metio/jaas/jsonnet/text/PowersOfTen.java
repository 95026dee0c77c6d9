// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.math.BigInteger;

/**
 * The leading 128 bits of the powers of ten.
 *
 * <p>{@code 10^k} is {@code (high * 2^64 + low) * 2^(exponent(k) - 127)}, with the top bit of
 * {@code high} set; exact up to {@link #LAST_EXACT}, cut off after that.
 */
final class PowersOfTen {

  /** Brings the smallest double to seventeen digits before the point. */
  static final int LAST = 340;

  /** 5^55 is the last power of five with at most 128 bits. */
  static final int LAST_EXACT = 55;

  private static final long[] HIGH = new long[LAST + 1];
  private static final long[] LOW = new long[LAST + 1];

  static {
    var power = BigInteger.ONE;
    for (var k = 0; k <= LAST; k++) {
      var bits = power.shiftLeft(128).shiftRight(power.bitLength());
      HIGH[k] = bits.shiftRight(64).longValue();
      LOW[k] = bits.longValue();
      power = power.multiply(BigInteger.valueOf(5));
    }
  }

  private PowersOfTen() {}

  static long high(int k) {
    return HIGH[k];
  }

  static long low(int k) {
    return LOW[k];
  }

  /** The largest {@code b} with {@code 2^b <= 10^k}, for {@code k} of this table. */
  static int exponent(int k) {
    return k * 217_706 >> 16;
  }

  /** The largest {@code d} with {@code 10^d <= 2^b}, for the exponents of doubles. */
  static int decimalExponent(int b) {
    return b * 315_653 >> 20;
  }
}
