// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code if condition then yes else no}. */
public final class ConditionalNode extends Node {

  private final Node condition;
  private final Node yes;
  private final Node no;

  public ConditionalNode(Place place, Node condition, Node yes, Node no) {
    super(place, condition, yes, no);
    this.condition = condition;
    this.yes = yes;
    this.no = no;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    return holds(place, condition.run(evaluation, frame))
        ? yes.run(evaluation, frame)
        : no.run(evaluation, frame);
  }

  /** Whether a condition is true; fails at a place for what is no boolean. */
  public static boolean holds(Place place, Value value) {
    if (value == BooleanValue.TRUE) {
      return true;
    }
    if (value == BooleanValue.FALSE) {
      return false;
    }
    throw place.failure("Unexpected type " + value.type().text() + ", expected boolean");
  }
}
