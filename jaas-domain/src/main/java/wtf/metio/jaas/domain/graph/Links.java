// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** What objects refer to, also looked up from the other end. */
final class Links<T> {

  private final Map<ResourceName, Set<T>> targets = new HashMap<>();
  private final Map<T, Set<ResourceName>> origins = new HashMap<>();

  /** Replaces what an object refers to. */
  void put(ResourceName from, Set<T> to) {
    var before = to.isEmpty() ? targets.remove(from) : targets.put(from, to);
    if (before != null) {
      before.stream().filter(target -> !to.contains(target)).forEach(it -> cut(from, it));
    }
    to.forEach(target -> origins.computeIfAbsent(target, _ -> new HashSet<>()).add(from));
  }

  /** Who refers to something; not to be changed, and not to be kept. */
  Set<ResourceName> to(T target) {
    return origins.getOrDefault(target, Set.of());
  }

  private void cut(ResourceName from, T target) {
    origins.computeIfPresent(
        target,
        (_, referrers) -> {
          referrers.remove(from);
          return referrers.isEmpty() ? null : referrers;
        });
  }
}
