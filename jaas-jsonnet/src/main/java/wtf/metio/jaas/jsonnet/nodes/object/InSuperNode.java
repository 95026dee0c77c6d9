// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code name in super}: false where there is nothing below. */
public final class InSuperNode extends Node {

  private final int up;
  private final Node name;

  public InSuperNode(Place place, int up, Node name) {
    super(place, name);
    this.up = up;
    this.name = name;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var field = name.run(evaluation, frame);
    var owner = enclosing(frame, up);
    try {
      var text = Expect.string(field).value();
      return BooleanValue.of(SelfNode.object(owner).hasBelow(evaluation, text, owner.layer));
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
