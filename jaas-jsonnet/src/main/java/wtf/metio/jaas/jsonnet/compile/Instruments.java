// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Operation;
import wtf.metio.jaas.jsonnet.syntax.Expr;

/**
 * What is put into a program, while it is compiled, by somebody who wants to watch it run.
 *
 * <p>Told of one file, in the order of its text: between the beginning of a piece and its {@link
 * #end} stands everything that belongs to it. What is returned must compute the same value, fail
 * with the same exception and defer as the original does, since programs may notice.
 */
public interface Instruments {

  /** Puts in nothing: the program runs as if there were no such thing as instruments. */
  Instruments NONE = new Instruments() {};

  /** The body of a function comes next. */
  default void begin(Expr.Function function) {}

  /** The body of a field comes next. */
  default void begin(Expr.Member.Field field) {}

  /** The value of a variable comes next. */
  default void begin(Expr.Bind variable) {}

  /** The piece begun last is compiled; takes what computes it. */
  default Node end(Node body) {
    return body;
  }

  /** Takes an argument, an element, a default or an assertion: computed later, if at all. */
  default Node later(Node node) {
    return node;
  }

  /** Takes a call. */
  default Node call(Expr.Apply apply, Node node) {
    return node;
  }

  /** Takes an import. */
  default Node imported(Expr.Import file, Node node) {
    return node;
  }

  /** Takes a {@code +} between two values, or what stands for one. */
  default Operation addition(Expr plus, Operation operation) {
    return operation;
  }
}
