// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code left + right}. */
public final class Addition {

  private Addition() {}

  /** The sum of two computed values. */
  public static Value add(Evaluation evaluation, Value left, Value right) {
    if (left instanceof StringValue || right instanceof StringValue) {
      return text(evaluation, left, right);
    }
    return switch (left) {
      case NumberValue number -> Arithmetic.checked(number.value() + Expect.number(right));
      case ObjectValue object -> object.extend(evaluation, Expect.object(right));
      case ArrayValue array -> array.concat(evaluation, Expect.array(right));
      default -> throw Expect.unexpected(left);
    };
  }

  private static Value text(Evaluation evaluation, Value left, Value right) {
    if (right instanceof StringValue tail) {
      return ValueText.of(evaluation, left).concat(evaluation, tail);
    }
    return ((StringValue) left).concat(evaluation, ValueText.of(evaluation, right));
  }
}
