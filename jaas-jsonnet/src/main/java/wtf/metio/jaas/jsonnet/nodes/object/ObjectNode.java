// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** An object literal whose field names are known before the run. */
public final class ObjectNode extends Node {

  private final Layout layout;

  public ObjectNode(Place place, Layout layout) {
    super(place);
    this.layout = layout;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    return ObjectValue.of(Layer.literal(layout, frame));
  }

  @Override
  public Value defer(Evaluation evaluation, Frame frame) {
    return run(evaluation, frame);
  }
}
