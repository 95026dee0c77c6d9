// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * {@code local x = a, y = b; body}.
 *
 * <p>The variables live in the frame around: a node is always run with the same variables for the
 * same frame, so running it again binds the same values.
 */
public final class LocalNode extends Node {

  private final int first;
  private final Node[] binds;
  private final Node body;

  /**
   * A node.
   *
   * @param first slot of the first variable; the others follow
   */
  public LocalNode(Place place, int first, Node[] binds, Node body) {
    super(place, body);
    this.first = first;
    this.binds = binds;
    this.body = body;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    for (int i = 0; i < binds.length; i++) {
      frame.slots[first + i] = binds[i].defer(evaluation, frame);
    }
    return body.run(evaluation, frame);
  }
}
