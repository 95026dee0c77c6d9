// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Layout layout, Frame captured, Frame @Nullable [] fieldFrames, Set<String> removed, int span) {

  /** The layer of an object literal. */
  public static Layer literal(Layout layout, Frame captured) {
    return new Layer(layout, captured, null, Set.of(), 0);
  }

  /** A layer that brings nothing and hides names of so many layers below. */
  static Layer removing(Set<String> names, int span) {
    return new Layer(Layout.EMPTY, Frame.NONE, null, names, span);
  }
}
