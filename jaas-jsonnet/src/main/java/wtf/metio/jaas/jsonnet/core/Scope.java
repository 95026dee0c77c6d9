// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that mean something at the place being looked at.
 *
 * <p>Counts how often each name is bound around that place instead of keeping a set per place.
 */
final class Scope {

  private static final class Count {
    private int bound;
  }

  private final Map<String, Count> counts = new HashMap<>();

  Scope(Set<String> predefined) {
    predefined.forEach(this::bind);
  }

  /** Binds a name; every call wants one to {@link #release} it. */
  void bind(String name) {
    counts.computeIfAbsent(name, key -> new Count()).bound++;
  }

  /** Undoes one {@link #bind}. */
  void release(String name) {
    @Nullable Count count = counts.get(name);
    if (count == null || count.bound == 0) {
      throw new IllegalStateException("Never bound: " + name);
    }
    count.bound--;
  }

  /** Whether a name means something here. */
  boolean knows(String name) {
    @Nullable Count count = counts.get(name);
    return count != null && count.bound > 0;
  }
}
