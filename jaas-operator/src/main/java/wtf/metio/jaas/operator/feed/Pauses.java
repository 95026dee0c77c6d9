// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after failures in a row. Belongs to one thread. */
final class Pauses {

  private static final int MOST_DOUBLINGS = 30;

  private final FeedOptions options;
  private final DoubleSupplier chance;
  private int failures;

  Pauses(FeedOptions options, DoubleSupplier chance) {
    this.options = options;
    this.chance = chance;
  }

  /** Counts a failure. Everybody lost the same server at once, and shall not come back at once. */
  Duration afterFailure() {
    return afterFailure(options.longestPause());
  }

  Duration afterFailure(Duration longest) {
    var doubled = options.firstPause().multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
    long most = Math.min(doubled.toNanos(), longest.toNanos());
    return Duration.ofNanos(most / 2 + (long) (most / 2.0 * chance.getAsDouble()));
  }

  void success() {
    failures = 0;
  }
}
