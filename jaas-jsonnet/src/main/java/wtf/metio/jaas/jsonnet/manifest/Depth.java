// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;

/** Where in a value a writer is, and whether it may go deeper. */
final class Depth {

  private final Evaluation evaluation;
  private final List<Object> path = new ArrayList<>();
  private int left;

  /** At the top; as deep as the stack of the language may go down from here. */
  Depth(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.left = evaluation.maxStack();
  }

  /** Goes down some levels at once. */
  void enter(int levels) {
    left -= levels;
    if (left < 0) {
      throw JsonnetException.runtime("max manifest depth exceeded, possible infinite recursion");
    }
    evaluation.descend();
  }

  /** Comes up again. */
  void leave(int levels) {
    left += levels;
    evaluation.ascend();
  }

  /** Turns to a field. */
  void turnTo(String name) {
    path.add(name);
  }

  /** Turns to an element. */
  void turnTo(int index) {
    path.add(index);
  }

  /** Turns away from the field or element. */
  void turnBack() {
    path.removeLast();
  }

  /** The names and indices from the top to here, as messages show them. */
  @Override
  public String toString() {
    var text = new StringBuilder("[");
    for (var part : path) {
      text.append(text.length() > 1 ? " " : "").append(part);
    }
    return text.append(']').toString();
  }
}
