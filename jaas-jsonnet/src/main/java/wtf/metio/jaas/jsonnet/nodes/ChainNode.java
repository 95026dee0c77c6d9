// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * A long row of operators that lean to the left, {@code a + b + c + ...}: run in a loop, since
 * generated programs have rows of many thousands.
 */
public final class ChainNode extends Node {

  private final Node first;
  private final List<Link> links;

  /** An operator, its place, and its right side. */
  public record Link(Place place, Operation operation, Node right) {}

  public ChainNode(Place place, Node first, List<Link> links) {
    super(place, children(first, links));
    this.first = first;
    this.links = List.copyOf(links);
  }

  private static Node[] children(Node first, List<Link> links) {
    var children = new Node[links.size() + 1];
    children[0] = first;
    for (int i = 0; i < links.size(); i++) {
      children[i + 1] = links.get(i).right();
    }
    return children;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var result = first.run(evaluation, frame);
    for (var link : links) {
      evaluation.step();
      var right = link.right().run(evaluation, frame);
      try {
        result = link.operation().apply(evaluation, result, right);
      } catch (JsonnetException failure) {
        throw link.place().at(failure);
      }
    }
    return result;
  }
}
