// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.math;

/** Angles and lengths; sine, cosine, tangent and the way back by the methods of Cephes. */
public final class Geometry {

  private static final double[] SINE = {
    1.58962301576546568060e-10,
    -2.50507477628578072866e-8,
    2.75573136213857245213e-6,
    -1.98412698295895385996e-4,
    8.33333333332211858878e-3,
    -1.66666666666666307295e-1
  };
  private static final double[] COSINE = {
    -1.13585365213876817300e-11,
    2.08757008419747316778e-9,
    -2.75573141792967388112e-7,
    2.48015872888517045348e-5,
    -1.38888888888730564116e-3,
    4.16666666666665929218e-2
  };
  private static final double[] TANGENT_ABOVE = {
    -1.30936939181383777646e4, 1.15351664838587416140e6, -1.79565251976484877988e7
  };
  private static final double[] TANGENT_BELOW = {
    1,
    1.36812963470692954678e4,
    -1.32089234440210967447e6,
    2.50083801823357915839e7,
    -5.38695755929454629881e7
  };
  private static final double[] ARC_ABOVE = {
    -8.750608600031904122785e-01,
    -1.615753718733365076637e+01,
    -7.500855792314704667340e+01,
    -1.228866684490136173410e+02,
    -6.485021904942025371773e+01
  };
  private static final double[] ARC_BELOW = {
    1,
    2.485846490142306297962e+01,
    1.650270098316988542046e+02,
    4.328810604912902668951e+02,
    4.853903996359136964868e+02,
    1.945506571482613964425e+02
  };

  private static final double TANGENT_OF_3_PI_8 = 2.41421356237309504880;

  private Geometry() {}

  /** The sine of an angle in radians. */
  public static double sin(double angle) {
    if (angle == 0) {
      return angle;
    }
    if (!Double.isFinite(angle)) {
      return Double.NaN;
    }
    var octant = Octant.of(Math.abs(angle));
    var wave = wave(octant.rest(), (octant.number() & 2) != 0);
    return octant.number() > 3 != angle < 0 ? -wave : wave;
  }

  /** The cosine of an angle in radians. */
  public static double cos(double angle) {
    if (!Double.isFinite(angle)) {
      return Double.NaN;
    }
    var octant = Octant.of(Math.abs(angle));
    var wave = wave(octant.rest(), (octant.number() & 2) == 0);
    return octant.number() == 2 || octant.number() == 4 ? -wave : wave;
  }

  /** The tangent of an angle in radians. */
  public static double tan(double angle) {
    if (angle == 0) {
      return angle;
    }
    if (!Double.isFinite(angle)) {
      return Double.NaN;
    }
    var octant = Octant.of(Math.abs(angle));
    var tangent = tangent(octant.rest());
    var turned = (octant.number() & 2) != 0 ? -1 / tangent : tangent;
    return angle < 0 ? -turned : turned;
  }

  /** The angle between plus and minus half of pi with this sine; NaN beyond one. */
  public static double asin(double sine) {
    if (sine == 0) {
      return sine;
    }
    var size = Math.abs(sine);
    if (!(size <= 1)) {
      return Double.NaN;
    }
    var cosine = Math.sqrt(1 - size * size);
    // Of the two legs of the triangle the shorter is divided by the longer.
    var angle = size > 0.7 ? Math.PI / 2 - arc(cosine / size) : arc(size / cosine);
    return sine < 0 ? -angle : angle;
  }

  /** The angle between zero and pi with this cosine; NaN beyond one. */
  public static double acos(double cosine) {
    return Math.PI / 2 - asin(cosine);
  }

  /** The angle between plus and minus half of pi with this tangent. */
  public static double atan(double tangent) {
    if (tangent == 0) {
      return tangent;
    }
    return tangent > 0 ? arc(tangent) : -arc(-tangent);
  }

  /** The angle of the point, between plus and minus pi; zeros and infinities keep their signs. */
  public static double atan2(double y, double x) {
    if (y == 0 || x == 0 || !Double.isFinite(y) || !Double.isFinite(x)) {
      // On the axes and the diagonals there is nothing to compute.
      return Math.atan2(y, x);
    }
    var angle = atan(y / x);
    if (x > 0) {
      return angle;
    }
    return angle <= 0 ? angle + Math.PI : angle - Math.PI;
  }

  /**
   * The length of the line to the point; infinite if one of the two is, even if the other is NaN.
   */
  public static double hypot(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    var longer = Math.max(Math.abs(x), Math.abs(y));
    if (longer == 0) {
      return 0;
    }
    var ratio = Math.min(Math.abs(x), Math.abs(y)) / longer;
    return longer * Math.sqrt(1 + ratio * ratio);
  }

  /** Sine or cosine of what is left of an angle. */
  private static double wave(double rest, boolean cosine) {
    var square = rest * rest;
    return cosine
        ? 1.0 - 0.5 * square + square * square * Polynomial.at(square, COSINE)
        : rest + rest * square * Polynomial.at(square, SINE);
  }

  private static double tangent(double rest) {
    var square = rest * rest;
    if (!(square > 1e-14)) {
      return rest;
    }
    var above = square * Polynomial.at(square, TANGENT_ABOVE);
    return rest + rest * (above / Polynomial.at(square, TANGENT_BELOW));
  }

  /**
   * The angle of a tangent that is not negative, by a quotient of polynomials around zero.
   *
   * <p>What pi is more than its double is less than half of the last bit of these results, so that
   * adding it in the end, as other implementations do, changes none.
   */
  private static double arc(double tangent) {
    if (tangent <= 0.66) {
      return smallArc(tangent);
    }
    if (tangent > TANGENT_OF_3_PI_8) {
      return Math.PI / 2 - smallArc(1 / tangent);
    }
    return Math.PI / 4 + smallArc((tangent - 1) / (tangent + 1));
  }

  private static double smallArc(double tangent) {
    var square = tangent * tangent;
    var above = square * Polynomial.at(square, ARC_ABOVE);
    return tangent * (above / Polynomial.at(square, ARC_BELOW)) + tangent;
  }
}
