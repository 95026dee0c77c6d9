// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr.UnaryOperator;

/** An operator with one operand. */
public final class UnaryNode extends Node {

  private final UnaryOperator operator;
  private final Node operand;

  public UnaryNode(Place place, UnaryOperator operator, Node operand) {
    super(place, operand);
    this.operator = operator;
    this.operand = operand;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var value = operand.run(evaluation, frame);
    try {
      return switch (operator) {
        case NOT -> BooleanValue.of(!Expect.bool(value).value());
        case COMPLEMENT -> NumberValue.of(~GoNumbers.toLong(Expect.number(value)));
        case PLUS -> NumberValue.of(Expect.number(value));
        case MINUS -> NumberValue.of(-Expect.number(value));
      };
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
