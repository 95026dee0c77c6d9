// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A piece of a program. */
public abstract class Node extends Computation {

  /** Where it stands. */
  protected final Place place;

  private final int height;

  /** A node above these children. Children that run in a frame of their own do not count. */
  protected Node(Place place, Node... children) {
    this.place = place;
    int highest = 0;
    for (var child : children) {
      highest = Math.max(highest, child.height());
    }
    this.height = highest + 1;
  }

  /**
   * The value for later: computed now where that costs nothing and cannot fail, a thunk otherwise.
   */
  public Value defer(Evaluation evaluation, Frame frame) {
    return new Thunk(this, frame);
  }

  @Override
  public final int height() {
    return height;
  }

  /** Where it stands. */
  public final Place place() {
    return place;
  }

  /** The frame so many steps out. */
  protected static Frame enclosing(Frame frame, int up) {
    var at = frame;
    for (int i = 0; i < up; i++) {
      var next = at.up;
      if (next == null) {
        throw new IllegalStateException("A variable was resolved to a frame that is not there.");
      }
      at = next;
    }
    return at;
  }
}
