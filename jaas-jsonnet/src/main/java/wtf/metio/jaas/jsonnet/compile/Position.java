// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import wtf.metio.jaas.jsonnet.diagnostics.Context;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.nodes.call.TailPosition;
import wtf.metio.jaas.jsonnet.syntax.Expr;

/**
 * Where an expression stands while it is compiled.
 *
 * @param context for traces
 * @param name of the variable that the expression is bound to
 * @param tail what becomes of its value
 */
record Position(Context context, String name, TailPosition tail) {

  private static final String ANONYMOUS = "anonymous";

  /** A position of which nothing but the context matters. */
  static Position in(Context context) {
    return new Position(context, ANONYMOUS, TailPosition.NONE);
  }

  /** The value of a variable. */
  Position variable(String variable) {
    return new Position(context.thunk(variable), variable, TailPosition.NONE);
  }

  /** An operand: same context, no name, its value is used here. */
  Position operand() {
    return in(context);
  }

  /** An argument or element: computed later. */
  Position later() {
    return in(context.thunk());
  }

  /** A branch: its value is that of the whole. */
  Position branch() {
    return new Position(context, ANONYMOUS, tail);
  }

  /** The operand that is computed last. */
  Position lastOperand() {
    return new Position(
        context, ANONYMOUS, tail == TailPosition.NONE ? TailPosition.NONE : TailPosition.OPERAND);
  }

  /** The body of a function of this name. */
  Position functionBody() {
    return new Position(context.function(name), ANONYMOUS, TailPosition.BODY);
  }

  /** What stands in an object of this name. */
  Position inObject() {
    return in(context.object(name));
  }

  /** The place of an expression here. */
  Place place(Expr expression) {
    return new Place(context, expression.begin(), expression.end());
  }
}
