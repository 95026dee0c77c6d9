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

/** {@code name in object}; the object is computed first. */
public final class InNode extends Node {

  private final Node name;
  private final Node object;

  public InNode(Place place, Node name, Node object) {
    super(place, name, object);
    this.name = name;
    this.object = object;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var container = object.run(evaluation, frame);
    var field = name.run(evaluation, frame);
    try {
      var target = Expect.object(container);
      return BooleanValue.of(target.has(evaluation, Expect.string(field).value()));
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
