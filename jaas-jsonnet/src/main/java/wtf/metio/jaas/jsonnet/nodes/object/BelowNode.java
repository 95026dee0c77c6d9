// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A look at a field of the layers below the one it is written in. */
abstract sealed class BelowNode extends Node permits SuperNode, InSuperNode {

  private final int up;
  private final Node name;

  BelowNode(Place place, int up, Node name) {
    super(place, name);
    this.up = up;
    this.name = name;
  }

  @Override
  public final Value run(Evaluation evaluation, Frame frame) {
    var field = name.run(evaluation, frame);
    var owner = enclosing(frame, up);
    try {
      return look(evaluation, Expect.string(field).value(), owner);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }

  /** Looks at a field, seen from the layer of a frame. */
  abstract Value look(Evaluation evaluation, String field, Frame owner);
}
