// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/** {@code null}. */
public final class NullValue extends Value {

  /** The only one. */
  public static final NullValue NULL = new NullValue();

  private NullValue() {}

  @Override
  public Type type() {
    return Type.NULL;
  }
}
