// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.gotext;

import java.math.BigDecimal;
import java.math.RoundingMode;
import wtf.metio.jaas.jsonnet.text.NumberText;
import wtf.metio.jaas.jsonnet.text.ShortestDigits;

/** Numbers as messages show them, which is as Go formats and converts them. */
public final class GoNumbers {

  private static final int FIXED_DECIMALS = 6;
  private static final int FIRST_PLAIN = -4;
  private static final int FIRST_SCIENTIFIC = 6;
  private static final int FIRST_SCIENTIFIC_VALUE = 21;
  private static final int FIRST_SCIENTIFIC_JSON = 21;
  private static final int FIRST_PLAIN_JSON = -6;

  private GoNumbers() {}

  /**
   * {@code %g}: the shortest digits that read back; with an exponent from 1e6 on and below 1e-4.
   */
  public static String general(double number) {
    return Double.isFinite(number)
        ? general(ShortestDigits.of(number))
        : NumberText.notFinite(number);
  }

  /** {@code %v}: as {@link #general(double)}, but with an exponent from 1e21 on only. */
  public static String value(double number) {
    if (!Double.isFinite(number)) {
      return NumberText.notFinite(number);
    }
    var digits = ShortestDigits.of(number);
    return isPlain(digits, FIRST_PLAIN, FIRST_SCIENTIFIC_VALUE)
        ? digits.plain()
        : digits.scientific(2);
  }

  /** {@link #general(double)} for a number cut down to single precision first. */
  public static String general(float number) {
    return Float.isFinite(number)
        ? general(ShortestDigits.of(number))
        : NumberText.notFinite(number);
  }

  /** {@code %f}: six digits after the point. */
  public static String fixed(double number) {
    if (!Double.isFinite(number)) {
      return NumberText.notFinite(number);
    }
    var text =
        new BigDecimal(Math.abs(number))
            .setScale(FIXED_DECIMALS, RoundingMode.HALF_EVEN)
            .toPlainString();
    return Double.doubleToRawLongBits(number) < 0 ? "-" + text : text;
  }

  /** As {@code encoding/json} writes a finite number: with an exponent from 1e21 on, below 1e-6. */
  public static String json(double number) {
    var digits = ShortestDigits.of(number);
    return isPlain(digits, FIRST_PLAIN_JSON, FIRST_SCIENTIFIC_JSON)
        ? digits.plain()
        : digits.scientific(1);
  }

  /**
   * The conversion to a 64-bit integer: towards zero; everything out of range, above and below, and
   * what is no number become {@link Long#MIN_VALUE}.
   */
  public static long toLong(double number) {
    var result = (long) number;
    return result == Long.MAX_VALUE || Double.isNaN(number) ? Long.MIN_VALUE : result;
  }

  private static String general(ShortestDigits digits) {
    return isPlain(digits, FIRST_PLAIN, FIRST_SCIENTIFIC) ? digits.plain() : digits.scientific(2);
  }

  private static boolean isPlain(ShortestDigits digits, int first, int end) {
    return digits.exponent() >= first && digits.exponent() < end;
  }
}
