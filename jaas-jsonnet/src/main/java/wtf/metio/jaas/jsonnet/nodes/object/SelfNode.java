// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code self}, or {@code $}, which is the self of an object further out. */
public final class SelfNode extends Node {

  private final int up;

  /**
   * A reference to an object.
   *
   * @param up how many frames out the frame of the object is
   */
  public SelfNode(Place place, int up) {
    super(place);
    this.up = up;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    return object(enclosing(frame, up));
  }

  @Override
  public Value defer(Evaluation evaluation, Frame frame) {
    return run(evaluation, frame);
  }

  static ObjectValue object(Frame owner) {
    var self = owner.self;
    if (self == null) {
      throw new IllegalStateException("The frame is not that of an object.");
    }
    return self;
  }
}
