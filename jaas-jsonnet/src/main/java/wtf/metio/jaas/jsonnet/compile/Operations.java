// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import wtf.metio.jaas.jsonnet.nodes.Operation;
import wtf.metio.jaas.jsonnet.operators.Addition;
import wtf.metio.jaas.jsonnet.operators.Arithmetic;
import wtf.metio.jaas.jsonnet.operators.Comparison;
import wtf.metio.jaas.jsonnet.operators.Equality;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Library;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr.BinaryOperator;

/** What each operator with two operands does, those excepted that do not need both. */
final class Operations {

  private final Operation modulo;

  /**
   * The operations.
   *
   * @param library has the function behind {@code %}, which also formats strings
   */
  Operations(Library library) {
    modulo =
        library.member("mod") instanceof FunctionValue mod
            ? (evaluation, left, right) ->
                left instanceof NumberValue && right instanceof NumberValue
                    ? Arithmetic.remainder(left, right)
                    : mod.apply(evaluation, new Value[] {left, right})
            : (evaluation, left, right) -> Arithmetic.remainder(left, right);
  }

  Operation of(BinaryOperator operator) {
    return switch (operator) {
      case MULTIPLY -> (e, left, right) -> Arithmetic.multiply(left, right);
      case DIVIDE -> (e, left, right) -> Arithmetic.divide(left, right);
      case MODULO -> modulo;
      case PLUS -> Addition::add;
      case MINUS -> (e, left, right) -> Arithmetic.subtract(left, right);
      case SHIFT_LEFT -> (e, left, right) -> Arithmetic.shiftLeft(left, right);
      case SHIFT_RIGHT -> (e, left, right) -> Arithmetic.shiftRight(left, right);
      case LESS -> (e, l, r) -> BooleanValue.of(Comparison.compare(e, l, r) < 0);
      case LESS_OR_EQUAL -> (e, l, r) -> BooleanValue.of(Comparison.compare(e, l, r) <= 0);
      case GREATER -> (e, l, r) -> BooleanValue.of(Comparison.compare(e, l, r) > 0);
      case GREATER_OR_EQUAL -> (e, l, r) -> BooleanValue.of(Comparison.compare(e, l, r) >= 0);
      case EQUAL -> (e, l, r) -> BooleanValue.of(Equality.equal(e, l, r));
      case NOT_EQUAL -> (e, l, r) -> BooleanValue.of(!Equality.equal(e, l, r));
      case BITWISE_AND -> (e, left, right) -> Arithmetic.and(left, right);
      case BITWISE_XOR -> (e, left, right) -> Arithmetic.xor(left, right);
      case BITWISE_OR -> (e, left, right) -> Arithmetic.or(left, right);
      case IN, AND, OR -> throw new IllegalArgumentException(operator + " is a node of its own");
    };
  }
}
