// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * The values behind a format string.
 *
 * <p>{@link #begin} comes first for every code; the others then speak of that code. None of them
 * computes a value before it is asked for it, so that failures come in the reference's order.
 */
sealed interface Operands permits ListedOperands, NamedOperands {

  /** Turns to the next code. */
  void begin(FormatCode code);

  /** The value for a width of {@code *}, computed. */
  Value width();

  /** The value for a precision of {@code *}, computed. */
  Value precision();

  /** The value to be formatted, computed. */
  Value value();

  /** How messages name the value. */
  String place();
}
