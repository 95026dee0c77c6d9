// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.math.Exponential;

/** Powers and logarithms to the base of ten, with the rounding errors that programs see. */
final class Powers {

  private static final double LOG_10 = Exponential.log(10);

  /** The smallest exponent of all, at which ten to its power is zero already. */
  private static final double LAST_EXPONENT = -324;

  private static final double[] EXACT = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

  private Powers() {}

  /** Ten to a power. */
  static double ofTen(double power) {
    if (power >= 0 && power < EXACT.length && power == (int) power) {
      return EXACT[(int) power];
    }
    return checked(Exponential.pow(10, power));
  }

  /** The exponent of a number in scientific notation; now and then one too small. */
  static double exponentOf(double number) {
    return number == 0 ? 0 : Math.floor(checked(Exponential.log(Math.abs(number))) / LOG_10);
  }

  /** What is left of a number in front of its exponent. */
  static double mantissaOf(double number, double exponent) {
    return exponent == LAST_EXPONENT
        ? checked(number * 10 / ofTen(exponent + 1))
        : checked(number / ofTen(exponent));
  }

  /** A number of the language. */
  static double checked(double number) {
    if (Double.isInfinite(number)) {
      throw overflow();
    }
    if (Double.isNaN(number)) {
      throw JsonnetException.runtime("Not a number");
    }
    return number;
  }

  static JsonnetException overflow() {
    return JsonnetException.runtime("Overflow");
  }
}
