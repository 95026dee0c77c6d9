// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.nodes.array.IndexNode;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code target.name}. */
public final class SelectNode extends Node {

  private final Node target;
  private final String name;

  public SelectNode(Place place, Node target, String name) {
    super(place, target);
    this.target = target;
    this.name = name;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var container = target.run(evaluation, frame);
    try {
      if (container instanceof ObjectValue object) {
        return object.get(evaluation, name);
      }
      return IndexNode.index(evaluation, container, StringValue.of(name));
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
