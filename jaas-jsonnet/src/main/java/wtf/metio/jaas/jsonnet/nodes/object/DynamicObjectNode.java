// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** An object literal with field names to be computed. */
public final class DynamicObjectNode extends Node {

  private final ObjectParts parts;

  public DynamicObjectNode(Place place, ObjectParts parts) {
    super(place, parts.fields().stream().map(ObjectParts.Field::name).toArray(Node[]::new));
    this.parts = parts;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    return ObjectValue.of(Layer.literal(parts.layout(evaluation, frame), frame));
  }
}
