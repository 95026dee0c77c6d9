// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Which tenant was let to read which object a moment ago, so that a hundred snippets on one source
 * do not ask a hundred times. What was refused is never remembered. Any number of threads may call.
 */
public final class Permissions {

  private static final Duration MEMORY = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  /**
   * An object as it was read.
   *
   * @param kind with its group
   * @param resourceVersion of what was read
   */
  record Sight(Tenant tenant, String kind, ResourceName name, String resourceVersion) {}

  private final Map<Sight, Instant> until = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Nothing was read yet. */
  public Permissions(Clock clock) {
    this.clock = clock;
  }

  /** Remembers that an object was read. */
  void note(Sight sight) {
    var now = clock.instant();
    if (until.size() >= MOST) {
      until.values().removeIf(end -> !now.isBefore(end));
    }
    // Forgetting costs a request each, and no more.
    if (until.size() >= MOST) {
      until.clear();
    }
    until.put(sight, now.plus(MEMORY));
  }

  /** Whether it was read a moment ago, and has not changed since. */
  boolean isFresh(Sight sight) {
    var end = until.get(sight);
    return end != null && clock.instant().isBefore(end);
  }
}
