// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import java.util.Arrays;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code left == right}: deep, and lazy where the answer is known early. */
public final class Equality {

  private Equality() {}

  /** Whether two computed values are equal. */
  public static boolean equal(Evaluation evaluation, Value left, Value right) {
    if (left.type() != right.type()) {
      return false;
    }
    return switch (left) {
      case NullValue _ -> true;
      case BooleanValue bool -> bool == right;
      case NumberValue number -> number.value() == ((NumberValue) right).value();
      case StringValue string -> texts(evaluation, string, (StringValue) right);
      case ArrayValue array -> arrays(evaluation, array, (ArrayValue) right);
      case ObjectValue object -> objects(evaluation, object, (ObjectValue) right);
      case FunctionValue _ -> throw JsonnetException.runtime("Cannot test equality of functions");
      case Thunk thunk -> throw new IllegalStateException("Not computed: " + thunk);
    };
  }

  private static boolean texts(Evaluation evaluation, StringValue left, StringValue right) {
    if (left.chars() != right.chars()) {
      return false;
    }
    evaluation.steps(left.chars() >> 8);
    return left.value().equals(right.value());
  }

  private static boolean arrays(Evaluation evaluation, ArrayValue left, ArrayValue right) {
    if (left.size() != right.size()) {
      return false;
    }
    evaluation.descend();
    boolean same = true;
    for (int i = 0; same && i < left.size(); i++) {
      evaluation.step();
      var first = left.element(evaluation, i);
      same = equal(evaluation, first, right.element(evaluation, i));
    }
    evaluation.ascend();
    return same;
  }

  private static boolean objects(Evaluation evaluation, ObjectValue left, ObjectValue right) {
    var names = left.visibleNames();
    if (!Arrays.equals(names, right.visibleNames())) {
      return false;
    }
    evaluation.descend();
    boolean same = true;
    for (int i = 0; same && i < names.length; i++) {
      evaluation.step();
      var first = left.get(evaluation, names[i]);
      same = equal(evaluation, first, right.get(evaluation, names[i]));
    }
    evaluation.ascend();
    return same;
  }
}
