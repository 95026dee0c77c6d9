// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.array;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code [a, b]}. */
public final class ArrayNode extends Node {

  private final Node[] elements;

  public ArrayNode(Place place, Node[] elements) {
    super(place);
    this.elements = elements;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var items = new Value[elements.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = elements[i].defer(evaluation, frame);
    }
    return ArrayValue.of(items);
  }
}
