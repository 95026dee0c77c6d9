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
 * @param removed names that this layer takes away from those below it, mostly none
 */
public record Layer(
    Layout layout,
    Frame captured,
    Frame @Nullable [] fieldFrames,
    Set<String> removed) {

  /** The layer of an object literal. */
  public static Layer literal(Layout layout, Frame captured) {
    return new Layer(layout, captured, null, Set.of());
  }

  /** A layer that brings nothing and hides a name of the layers below. */
  public static Layer removing(String name) {
    return new Layer(Layout.EMPTY, Frame.NONE, null, Set.of(name));
  }
}
