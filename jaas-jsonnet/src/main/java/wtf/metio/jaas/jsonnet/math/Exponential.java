// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

/** Exponential, logarithms and powers. */
public final class Exponential {

  private static final double LOG2_OF_E = 1.4426950408889634073599246810018920;
  private static final int UNDERFLOW = -1100;

  /** The logarithm of two in two parts, for the exponential. */
  private static final double LN_2_UPPER = 0.69314718055966295651160180568695068359375;

  private static final double LN_2_LOWER = 0.28235290563031577122588448175013436025525412068e-12;

  /** The logarithm of two in two parts, for the logarithm: an exponent times the first is exact. */
  private static final double LN_2_HIGH = 6.93147180369123816490e-01;

  private static final double LN_2_LOW = 1.90821492927058770002e-10;
  private static final double HALF_ROOT_2 = 7.07106781186547524401e-01;

  /** One over the factorials of eight down to one. */
  private static final double[] TAYLOR = {
    2.4801587301587301587e-5,
    1.9841269841269841270e-4,
    1.3888888888888888889e-3,
    8.3333333333333333333e-3,
    4.1666666666666666667e-2,
    1.6666666666666666667e-1,
    0.5,
    1.0
  };

  /** The approximation of the logarithm, its odd and its even terms. */
  private static final double[] ODD = {
    1.479819860511658591e-01,
    1.818357216161805012e-01,
    2.857142874366239149e-01,
    6.666666666666735130e-01
  };

  private static final double[] EVEN = {
    1.531383769920937332e-01, 2.222219843214978396e-01, 3.999999999940941908e-01
  };

  private Exponential() {}

  /**
   * The power of e.
   *
   * <p>It is infinite from 709.44 on, although results up to 709.78 could still be stored: so it is
   * in the reference.
   */
  public static double exp(double power) {
    var exponent = Math.rint(power * LOG2_OF_E);
    if (exponent > Double.MAX_EXPONENT) {
      return Double.POSITIVE_INFINITY;
    }
    if (exponent < UNDERFLOW) {
      return 0;
    }
    var rest = Math.fma(-exponent, LN_2_UPPER, power);
    var sixteenth = Math.fma(-exponent, LN_2_LOWER, rest) * 0.0625;
    var lessOne = sixteenth * Polynomial.fusedAt(sixteenth, TAYLOR);
    // (1 + a)^2 - 1 = a (a + 2); squared four times it is the sixteenth power again.
    for (var i = 0; i < 3; i++) {
      lessOne *= lessOne + 2;
    }
    return FloatParts.scale(Math.fma(lessOne, lessOne + 2, 1), (long) exponent);
  }

  /** The natural logarithm: NaN below zero, minus infinity at zero. */
  public static double log(double number) {
    if (number == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!(number > 0) || Double.isInfinite(number)) {
      return number > 0 ? number : Double.NaN;
    }
    var bits = Double.doubleToRawLongBits(number);
    // The smallest doubles have no leading one; the reference gives them one all the same.
    var fraction = Double.longBitsToDouble(bits & FloatParts.FRACTION | FloatParts.HALF);
    var exponent = (double) ((bits >>> FloatParts.FRACTION_BITS) - FloatParts.HALF_EXPONENT);
    return fraction <= HALF_ROOT_2
        ? log(fraction * 2 - 1, exponent - 1)
        : log(fraction - 1, exponent);
  }

  /** The logarithm of {@code (1 + f) * 2^k}. */
  private static double log(double f, double k) {
    var s = f / (2 + f);
    var s2 = s * s;
    var s4 = s2 * s2;
    var r = s2 * Polynomial.at(s4, ODD) + s4 * Polynomial.at(s4, EVEN);
    var half = 0.5 * f * f;
    return k * LN_2_HIGH - ((half - (s * (half + r) + k * LN_2_LOW)) - f);
  }

  /** The logarithm to base two, as the quotient of natural logarithms. */
  public static double log2(double number) {
    return log(number) / log(2);
  }

  /** The logarithm to base ten, as the quotient of natural logarithms. */
  public static double log10(double number) {
    return log(number) / log(10);
  }

  /**
   * The power of a number.
   *
   * <p>What {@link Math#pow} has as special cases is one here, but one to any power, NaN and
   * infinities too, is one, and so is minus one to an infinite power.
   */
  public static double pow(double base, double power) {
    if (base == 1 || base == -1 && Double.isInfinite(power)) {
      return 1;
    }
    if (base == 0 || power == 0 || !Double.isFinite(base) || !Double.isFinite(power)) {
      return Math.pow(base, power);
    }
    if (power == 1) {
      return base;
    }
    if (Math.abs(power) == 0.5) {
      return power > 0 ? Math.sqrt(base) : 1 / Math.sqrt(base);
    }
    return finitePow(base, power);
  }

  private static double finitePow(double base, double power) {
    var size = Math.abs(power);
    if (size >= 0x1p63) {
      // Too large for the bits to be counted, and even.
      return base == -1 ? 1 : Math.abs(base) < 1 == power > 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    var whole = Math.floor(size);
    var fraction = size - whole;
    if (fraction == 0) {
      return wholePow(base, (long) whole, 1, power < 0);
    }
    if (base < 0) {
      return Double.NaN;
    }
    return fraction > 0.5
        ? wholePow(base, (long) whole + 1, exp((fraction - 1) * log(base)), power < 0)
        : wholePow(base, (long) whole, exp(fraction * log(base)), power < 0);
  }

  /** {@code start} times a whole power by squaring, with the exponents counted apart. */
  private static double wholePow(double base, long power, double start, boolean inverse) {
    var result = start;
    var exponent = 0L;
    var square = FloatParts.mantissa(base);
    var squareExponent = (long) FloatParts.exponent(base);
    for (var bits = power; bits != 0; bits >>= 1) {
      if (Math.abs(squareExponent) > 1 << 12) {
        // Over- or underflow is certain, and the exponent would leave its range.
        exponent += squareExponent;
        break;
      }
      if ((bits & 1) == 1) {
        result *= square;
        exponent += squareExponent;
      }
      square *= square;
      squareExponent <<= 1;
      if (square < 0.5) {
        square += square;
        squareExponent--;
      }
    }
    return inverse ? FloatParts.scale(1 / result, -exponent) : FloatParts.scale(result, exponent);
  }
}
