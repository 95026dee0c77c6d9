// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** An operator that needs both of its sides, the left one first. */
public final class BinaryNode extends Node {

  private final Operation operation;
  private final Node left;
  private final Node right;

  public BinaryNode(Place place, Operation operation, Node left, Node right) {
    super(place, left, right);
    this.operation = operation;
    this.left = left;
    this.right = right;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var first = left.run(evaluation, frame);
    var second = right.run(evaluation, frame);
    try {
      return operation.apply(evaluation, first, second);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
