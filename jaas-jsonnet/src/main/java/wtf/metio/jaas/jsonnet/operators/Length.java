// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code std.length(value)}, which slices ask as well. */
public final class Length {

  private Length() {}

  /**
   * How many code points, elements, visible fields or required parameters a computed value has.
   *
   * @throws wtf.metio.jaas.jsonnet.diagnostics.JsonnetException for values without a length
   */
  public static int of(Value value) {
    return switch (value) {
      case StringValue string -> string.length();
      case ArrayValue array -> array.size();
      case ObjectValue object -> object.visibleNames().length;
      case FunctionValue function -> function.parameters().requiredCount();
      default -> throw Expect.unexpected(value);
    };
  }
}
