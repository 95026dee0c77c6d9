// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as a program's output shows them.
 *
 * <p>The language prints whole numbers with all their digits and others with seventeen ({@link
 * #output}); what is manifested by the library's JSON and YAML functions is as short as can be read
 * back ({@link #shortest}). Neither has an exponent but the first below 0.0001. The infinities are
 * {@code +Inf} and {@code -Inf}, as a sum may reach them.
 */
public final class NumberText {

  /** Room that is always enough for one number in a byte array. */
  public static final int MAX_BYTES = 336;

  /** Beyond this the conversion to {@code long} saturates. */
  private static final double LONG_RANGE = 0x1p63;

  /** Up to here the shortest digits of a whole number are all its digits. */
  private static final double EXACT_RANGE = 0x1p53;

  private static final long NEGATIVE_ZERO = Double.doubleToRawLongBits(-0.0);

  /** More than the seventeen digits, sign, point, leading zeros and exponent of a fraction. */
  private static final int FRACTION_BYTES = 32;

  private NumberText() {}

  /** The language's own form: {@code 100}, {@code -0}, {@code 0.10000000000000001}. */
  public static String output(double number) {
    if (isWholeLong(number)) {
      return Long.toString((long) number);
    }
    if (number == Math.rint(number)) {
      return rareWhole(number);
    }
    if (Double.isNaN(number)) {
      return "NaN";
    }
    var bytes = new byte[FRACTION_BYTES];
    return latin1(bytes, SeventeenDigits.write(number, bytes, 0));
  }

  /** Appends {@link #output(double)}. */
  public static void output(double number, StringBuilder out) {
    if (isWholeLong(number)) {
      out.append((long) number);
    } else {
      out.append(output(number));
    }
  }

  /**
   * Writes {@link #output(double)} in ASCII.
   *
   * @param at where the first byte goes; there must be room for {@link #MAX_BYTES}
   * @return the position after the last byte
   */
  public static int output(double number, byte[] out, int at) {
    if (isWholeLong(number)) {
      return DecimalDigits.write((long) number, out, at);
    }
    if (number == Math.rint(number) || Double.isNaN(number)) {
      return ascii(output(number), out, at);
    }
    return SeventeenDigits.write(number, out, at);
  }

  /** The fewest digits that read back as the same number, never with an exponent. */
  public static String shortest(double number) {
    if (Math.abs(number) < EXACT_RANGE && isWholeLong(number)) {
      return Long.toString((long) number);
    }
    if (!Double.isFinite(number)) {
      return notFinite(number);
    }
    var size = Math.abs(number);
    // Whole numbers apart, the platform prints the same here.
    return size >= 1e-3 && size < 1e7 ? Double.toString(number) : ShortestDigits.of(number).plain();
  }

  /** Appends {@link #shortest(double)}. */
  public static void shortest(double number, StringBuilder out) {
    if (Math.abs(number) < EXACT_RANGE && isWholeLong(number)) {
      out.append((long) number);
    } else {
      out.append(shortest(number));
    }
  }

  /**
   * Writes {@link #shortest(double)} in ASCII.
   *
   * @param at where the first byte goes; there must be room for {@link #MAX_BYTES}
   * @return the position after the last byte
   */
  public static int shortest(double number, byte[] out, int at) {
    if (Math.abs(number) < EXACT_RANGE && isWholeLong(number)) {
      return DecimalDigits.write((long) number, out, at);
    }
    return ascii(shortest(number), out, at);
  }

  /** {@code NaN}, {@code +Inf} or {@code -Inf}. */
  public static String notFinite(double number) {
    return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
  }

  /** Whether all is said by the number as {@code long}; the negative zero has lost its sign. */
  private static boolean isWholeLong(double number) {
    return (double) (long) number == number
        && Math.abs(number) < LONG_RANGE
        && Double.doubleToRawLongBits(number) != NEGATIVE_ZERO;
  }

  private static String rareWhole(double number) {
    if (number == 0) {
      return "-0";
    }
    return Double.isInfinite(number)
        ? notFinite(number)
        : new BigDecimal(number).toBigInteger().toString();
  }

  private static int ascii(String text, byte[] out, int at) {
    for (int i = 0, length = text.length(); i < length; i++) {
      out[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }

  private static String latin1(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
