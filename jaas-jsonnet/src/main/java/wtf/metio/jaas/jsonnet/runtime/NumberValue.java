// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/** A number: a double that is finite, save for what {@code std.sum} and {@code std.avg} let out. */
public final class NumberValue extends Value {

  private static final int LOWEST = -128;
  private static final int HIGHEST = 1023;
  private static final NumberValue[] SMALL = new NumberValue[HIGHEST - LOWEST + 1];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new NumberValue(i + LOWEST);
    }
  }

  private final double value;

  private NumberValue(double value) {
    this.value = value;
  }

  /** The value for a double. */
  public static NumberValue of(double value) {
    int small = (int) value;
    // Minus zero equals zero as a double, yet prints differently: its bits tell.
    if (small == value && small >= LOWEST && small <= HIGHEST && isPlain(small, value)) {
      return SMALL[small - LOWEST];
    }
    return new NumberValue(value);
  }

  private static boolean isPlain(int small, double value) {
    return small != 0 || Double.doubleToRawLongBits(value) == 0;
  }

  /** The double. */
  public double value() {
    return value;
  }

  @Override
  public Type type() {
    return Type.NUMBER;
  }
}
