// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.array;

import java.util.ArrayList;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code [body for x in xs if c]}: rounds run now, bodies later. */
public final class ArrayComprehensionNode extends Node {

  private static final int ASKED = 1 << 12;
  private static final long BYTES = 80;

  private final Node body;
  private final Clauses clauses;

  public ArrayComprehensionNode(Place place, Node body, Clauses clauses) {
    super(place, clauses.nodes());
    this.body = body;
    this.clauses = clauses;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var elements = new ArrayList<Value>();
    clauses.run(
        evaluation,
        frame,
        round -> {
          // Each element holds a frame and a thunk: asked for before the list grows by half.
          if ((elements.size() & (ASKED - 1)) == ASKED - 1) {
            evaluation.promise(elements.size() * BYTES);
          }
          elements.add(body.defer(evaluation, round));
        });
    return ArrayValue.of(elements.toArray(Value[]::new));
  }
}
