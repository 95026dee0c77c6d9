// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.LinkedHashMap;
import wtf.metio.jaas.domain.evaluation.Caller;

/**
 * How long callers held their places before; of so many callers that came last.
 *
 * <p>For one thread at a time.
 */
final class CallerHistory {

  /** What to expect of a caller. */
  enum Habit {
    /** Its places are free again soon. */
    QUICK,
    /** Nobody knows. */
    UNKNOWN,
    /** Its places are taken for long. */
    SLOW
  }

  /** Far above what an honest program takes on a busy machine, far below a usual deadline. */
  private static final long SLOW = Duration.ofMillis(500).toNanos();

  /** How much of a mean the newest value makes. */
  private static final int WEIGHT = 8;

  private final int remembered;

  /** The mean of the times by caller; who came last is last. */
  private final LinkedHashMap<Caller, Long> means = new LinkedHashMap<>(16, 0.75f, true);

  CallerHistory(int remembered) {
    this.remembered = remembered;
  }

  Habit habit(Caller caller) {
    var mean = means.get(caller);
    if (mean == null) {
      return Habit.UNKNOWN;
    }
    return mean < SLOW ? Habit.QUICK : Habit.SLOW;
  }

  /** Learns for how long a caller held a place. */
  void held(Caller caller, Duration time) {
    means.merge(caller, time.toNanos(), (mean, newest) -> mean + (newest - mean) / WEIGHT);
    if (means.size() > remembered) {
      means.pollFirstEntry();
    }
  }

  int size() {
    return means.size();
  }
}
