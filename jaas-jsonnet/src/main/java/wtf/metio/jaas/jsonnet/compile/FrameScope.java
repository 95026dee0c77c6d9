// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import org.jspecify.annotations.Nullable;

/** What is known before the run of the frames that one piece of code will have. */
final class FrameScope {

  private final @Nullable FrameScope parent;
  private final int depth;
  private final boolean object;
  private int slots;

  FrameScope(@Nullable FrameScope parent, boolean object) {
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.object = object;
  }

  /** Sets slots aside and returns the first. */
  int allocate(int count) {
    int first = slots;
    slots += count;
    return first;
  }

  /** How many slots a frame needs. Final only when all code inside was compiled. */
  int slots() {
    return slots;
  }

  /** The scope around; null for that of the file. */
  @Nullable FrameScope parent() {
    return parent;
  }

  /** How many frames further out another scope is. */
  int hopsTo(FrameScope outer) {
    return depth - outer.depth;
  }

  /** Whether this is the frame of an object's layer. */
  boolean isObject() {
    return object;
  }
}
