// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/** The order behind {@code <} and its relatives. */
public final class Comparison {

  private Comparison() {}

  /**
   * Negative, zero or positive as {@code left} is less than, equal to or greater than the other.
   */
  public static int compare(Evaluation evaluation, Value left, Value right) {
    return switch (left) {
      case NumberValue number -> Double.compare(number.value() + 0.0, Expect.number(right) + 0.0);
      case StringValue string -> texts(evaluation, string, Expect.string(right));
      case ArrayValue array -> arrays(evaluation, array, Expect.array(right));
      default -> throw Expect.unexpected(left);
    };
  }

  private static int texts(Evaluation evaluation, StringValue left, StringValue right) {
    evaluation.steps(Math.min(left.chars(), right.chars()) >> 6);
    return CodePoints.compare(left.value(), right.value());
  }

  private static int arrays(Evaluation evaluation, ArrayValue left, ArrayValue right) {
    evaluation.descend();
    int common = Math.min(left.size(), right.size());
    int order = 0;
    for (int i = 0; order == 0 && i < common; i++) {
      evaluation.step();
      var first = left.element(evaluation, i);
      order = compare(evaluation, first, right.element(evaluation, i));
    }
    evaluation.ascend();
    return order == 0 ? Integer.compare(left.size(), right.size()) : order;
  }
}
