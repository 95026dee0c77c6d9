// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.lookup.IndexedLayer;
import wtf.metio.jaas.jsonnet.lookup.NameSet;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/**
 * What one object literal or comprehension brings to an object.
 *
 * @param layout its fields
 * @param captured the frame around the literal
 * @param fieldFrames for a comprehension the frame of the round that made each field, null for a
 *     literal
 * @param removed names that this layer takes away from the object it was laid upon, mostly none
 * @param span how many layers below this one that object has
 */
public record Layer(
    Layout layout, Frame captured, Frame @Nullable [] fieldFrames, NameSet removed, int span)
    implements IndexedLayer {

  /** The layer of an object literal. */
  public static Layer literal(Layout layout, Frame captured) {
    return new Layer(layout, captured, null, NameSet.NONE, 0);
  }

  /** The layer of an object comprehension, with a frame for each of its fields. */
  public static Layer comprehension(Layout layout, Frame captured, Frame[] fieldFrames) {
    return new Layer(layout, captured, fieldFrames, NameSet.NONE, 0);
  }

  /** A layer that brings nothing and hides names of so many layers below. */
  static Layer removing(NameSet names, int span) {
    return new Layer(Layout.EMPTY, Frame.NONE, null, names, span);
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public String name(int slot) {
    return layout.name(slot);
  }

  @Override
  public Visibility visibility(int slot) {
    return layout.visibility(slot);
  }

  /** Whether it takes names away. */
  boolean removes() {
    return !removed.isEmpty();
  }

  /** The frame that a field is computed in, for a layer of an object counted from the top. */
  Frame fieldFrame(int slot, ObjectValue self, int layer) {
    return layout.frame(fieldFrames == null ? captured : fieldFrames[slot], self, layer);
  }
}
