// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long to wait after a failure: longer each time, until a success. */
public final class Backoff<K> {

  private static final Duration FIRST = Duration.ofMillis(5);

  /** Beyond, doubling leaves every bound behind. */
  private static final int MOST_DOUBLINGS = 30;

  private final Duration longest;
  private final Map<K, Integer> failures = new ConcurrentHashMap<>();

  /**
   * No failures yet.
   *
   * @param longest that is waited
   */
  public Backoff(Duration longest) {
    this.longest = longest;
  }

  /** Counts a failure; how long to wait after it. */
  public Duration afterFailure(K key) {
    int before = failures.merge(key, 1, Integer::sum) - 1;
    var wait = FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** Begins anew: it succeeded, was changed or is gone. */
  public void forget(K key) {
    failures.remove(key);
  }
}
