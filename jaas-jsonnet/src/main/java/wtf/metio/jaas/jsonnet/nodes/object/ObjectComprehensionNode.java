// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.nodes.array.Clauses;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code {[name]: body for x in xs}}: names are computed now, values later. */
public final class ObjectComprehensionNode extends Node {

  private final ObjectParts parts;
  private final Clauses clauses;

  /**
   * A node.
   *
   * @param parts with one field
   */
  public ObjectComprehensionNode(Place place, ObjectParts parts, Clauses clauses) {
    super(place, clauses.nodes());
    this.parts = parts;
    this.clauses = clauses;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var field = parts.fields().getFirst();
    var fields = new ArrayList<Layout.Field>();
    var frames = new ArrayList<Frame>();
    Set<String> names = new HashSet<>();
    clauses.run(
        evaluation,
        frame,
        round -> {
          var named = field.named(evaluation, round);
          if (named == null) {
            return;
          }
          if (!names.add(named.name())) {
            throw place.at(ObjectValue.duplicateField(named.name()));
          }
          fields.add(named);
          frames.add(round);
        });
    return ObjectValue.of(
        Layer.comprehension(parts.layout(fields), frame, frames.toArray(Frame[]::new)));
  }
}
