// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.array;

import java.util.List;
import java.util.function.Consumer;
import wtf.metio.jaas.jsonnet.nodes.ConditionalNode;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Type;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** The {@code for} and {@code if} parts of a comprehension, outermost first. */
public record Clauses(List<Clause> clauses) {

  public Clauses {
    clauses = List.copyOf(clauses);
  }

  /** A part of a comprehension. */
  public sealed interface Clause {

    /** {@code for x in source}; x is slot 0 of a frame with so many slots. */
    record For(Place place, Node source, int slots) implements Clause {}

    /** {@code if condition}. */
    record If(Place place, Node condition) implements Clause {}
  }

  /** Runs through all rounds and hands over the frame of each. */
  public void run(Evaluation evaluation, Frame frame, Consumer<Frame> round) {
    run(evaluation, frame, 0, round);
  }

  private void run(Evaluation evaluation, Frame frame, int index, Consumer<Frame> round) {
    if (index == clauses.size()) {
      round.accept(frame);
      return;
    }
    switch (clauses.get(index)) {
      case Clause.For loop -> rounds(evaluation, frame, index, round, loop);
      case Clause.If test -> {
        if (ConditionalNode.holds(test.place(), test.condition().run(evaluation, frame))) {
          run(evaluation, frame, index + 1, round);
        }
      }
    }
  }

  private void rounds(
      Evaluation evaluation, Frame frame, int index, Consumer<Frame> round, Clause.For loop) {
    var source = loop.source().run(evaluation, frame);
    if (!(source instanceof ArrayValue array)) {
      throw loop.place().at(Expect.mismatch(source, Type.ARRAY));
    }
    evaluation.descend();
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      var inner = new Frame(frame, new Value[loop.slots()]);
      inner.slots[0] = array.get(i);
      run(evaluation, inner, index + 1, round);
    }
    evaluation.ascend();
  }

  /** What runs on the way through the rounds. */
  public Node[] nodes() {
    return clauses.stream()
        .map(
            clause ->
                switch (clause) {
                  case Clause.For loop -> loop.source();
                  case Clause.If test -> test.condition();
                })
        .toArray(Node[]::new);
  }
}
