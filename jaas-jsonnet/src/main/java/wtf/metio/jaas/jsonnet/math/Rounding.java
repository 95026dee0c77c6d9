// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

/** Whole numbers near others. */
public final class Rounding {

  private Rounding() {}

  /**
   * The nearest whole number, halves away from zero; the sign stays, also that of a zero.
   *
   * <p>{@link Math#round} rounds halves up and ends at the range of {@code long}.
   */
  public static double round(double number) {
    var whole = truncate(number);
    return Math.abs(number - whole) >= 0.5 ? whole + Math.copySign(1, number) : whole;
  }

  /** The next whole number towards zero, with the sign of the number. */
  public static double truncate(double number) {
    return Math.copySign(Math.floor(Math.abs(number)), number);
  }
}
