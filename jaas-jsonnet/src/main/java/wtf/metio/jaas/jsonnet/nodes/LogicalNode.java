// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Closure.TailCall;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code left && right} and {@code left || right}: the right side only if it matters. */
public final class LogicalNode extends Node {

  private final boolean decisive;
  private final Node left;
  private final Node right;

  /**
   * A node.
   *
   * @param decisive the value of the left side that settles the matter: false for {@code &&}
   */
  public LogicalNode(Place place, boolean decisive, Node left, Node right) {
    super(place, left, right);
    this.decisive = decisive;
    this.left = left;
    this.right = right;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    if (ConditionalNode.holds(place, left.run(evaluation, frame)) == decisive) {
      return BooleanValue.of(decisive);
    }
    var value = right.run(evaluation, frame);
    if (value == TailCall.MARKER) {
      evaluation.tailCallMustBeBoolean();
      return value;
    }
    return BooleanValue.of(ConditionalNode.holds(place, value));
  }
}
