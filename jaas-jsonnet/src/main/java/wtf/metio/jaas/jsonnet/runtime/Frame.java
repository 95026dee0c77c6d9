// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;

/** The variables of one call, one round of a comprehension, one file, or one layer of an object. */
public final class Frame {

  private static final Value[] NO_SLOTS = new Value[0];

  /** A frame without variables. */
  public static final Frame NONE = new Frame(null, NO_SLOTS);

  /** The frame around this one; null for that of a file. */
  public final @Nullable Frame up;

  /** Values or thunks; null where a variable is not bound yet. */
  public final Value[] slots;

  /** The object whose layer this is the frame of, null for all other frames. */
  public final @Nullable ObjectValue self;

  /** The layer of {@link #self} that the code around stands in. */
  public final int layer;

  /** Whether a call in tail position may take this frame's place. */
  public boolean trimmable;

  /** A frame of a call, a comprehension or a file. */
  public Frame(@Nullable Frame up, Value[] slots) {
    this.up = up;
    this.slots = slots;
    this.self = null;
    this.layer = 0;
  }

  /** A frame of a layer of an object. */
  public Frame(Frame up, Value[] slots, ObjectValue self, int layer) {
    this.up = up;
    this.slots = slots;
    this.self = self;
    this.layer = layer;
  }
}
