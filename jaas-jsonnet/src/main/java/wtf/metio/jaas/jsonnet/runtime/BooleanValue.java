// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/** {@code true} or {@code false}; there are two of them, so they may be compared by identity. */
public final class BooleanValue extends Value {

  public static final BooleanValue TRUE = new BooleanValue();
  public static final BooleanValue FALSE = new BooleanValue();

  private BooleanValue() {}

  /** The value for a Java boolean. */
  public static BooleanValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The Java boolean. */
  public boolean value() {
    return this == TRUE;
  }

  @Override
  public Type type() {
    return Type.BOOLEAN;
  }
}
