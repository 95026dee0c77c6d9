// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** Powers and logarithms to the base of ten, with the rounding errors that programs see. */
final class Powers {

  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;

  private static final double[] LOG_TERMS = {
    6.666666666666735130e-01,
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01
  };

  private static final long FRACTION = (1L << 52) - 1;
  private static final long ONE_HALF = Double.doubleToRawLongBits(0.5);
  private static final int EXPONENT_OF_ONE_HALF = 0x3FE;

  private static final double LOG_10 = log(10);

  /** The smallest exponent of all, at which ten to its power is zero already. */
  private static final double LAST_EXPONENT = -324;

  private Powers() {}

  /** Ten to a power; whole powers up to 22 are exact. */
  static double ofTen(double power) {
    double result = power == Math.rint(power) ? whole(power) : Math.pow(10, power);
    return checked(result);
  }

  private static double whole(double power) {
    double factor = 10.0 / 16;
    int exponent = 4;
    double result = 1;
    int resultExponent = 0;
    for (long rest = (long) Math.abs(power); rest != 0; rest >>= 1) {
      if (exponent > 1 << 12) {
        resultExponent += exponent;
        break;
      }
      if ((rest & 1) == 1) {
        result *= factor;
        resultExponent += exponent;
      }
      factor *= factor;
      exponent <<= 1;
      if (factor < 0.5) {
        factor += factor;
        exponent--;
      }
    }
    return power < 0
        ? Math.scalb(1 / result, -resultExponent)
        : Math.scalb(result, resultExponent);
  }

  /** The exponent of a number in scientific notation; now and then one too small. */
  static double exponentOf(double number) {
    return number == 0 ? 0 : Math.floor(log(Math.abs(number)) / LOG_10);
  }

  /** What is left of a number in front of its exponent. */
  static double mantissaOf(double number, double exponent) {
    return exponent == LAST_EXPONENT
        ? checked(number * 10 / ofTen(exponent + 1))
        : checked(number / ofTen(exponent));
  }

  // The logarithm of FreeBSD's library. Subnormal numbers are taken as if they were normal, which
  // is wrong and what programs are used to.
  private static double log(double number) {
    if (Double.isInfinite(number)) {
      throw overflow();
    }
    long bits = Double.doubleToRawLongBits(number);
    double significand = Double.longBitsToDouble(bits & FRACTION | ONE_HALF);
    double exponent = (double) (bits >>> 52) - EXPONENT_OF_ONE_HALF;
    if (significand < Math.sqrt(2) / 2) {
      significand *= 2;
      exponent--;
    }
    double f = significand - 1;
    double s = f / (2 + f);
    double s2 = s * s;
    double s4 = s2 * s2;
    double[] t = LOG_TERMS;
    double odd = s2 * (t[0] + s4 * (t[2] + s4 * (t[4] + s4 * t[6])));
    double even = s4 * (t[1] + s4 * (t[3] + s4 * t[5]));
    double half = 0.5 * f * f;
    return exponent * LN2_HIGH - (half - (s * (half + odd + even) + exponent * LN2_LOW) - f);
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
