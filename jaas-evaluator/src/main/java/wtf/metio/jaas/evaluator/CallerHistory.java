// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.LinkedHashMap;
import wtf.metio.jaas.domain.evaluation.Caller;

/**
 * How long evaluations of callers computed before; of so many callers that came last.
 *
 * <p>How long they held their places would say more about the others on a busy machine.
 *
 * <p>For one thread at a time.
 */
final class CallerHistory {

  /** What to expect of a caller. */
  enum Habit {
    /** It is done in a moment. */
    QUICK,
    /** Nobody knows. */
    UNKNOWN,
    /** It takes its time. */
    SLOW
  }

  /** Well above what large honest programs take, far below a usual deadline. */
  private static final long SLOW = Duration.ofMillis(250).toNanos();

  /** How much of a mean the newest value makes. */
  private static final int WEIGHT = 4;

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

  /** Learns for how long an evaluation of a caller computed. */
  void computed(Caller caller, Duration time) {
    means.merge(caller, time.toNanos(), (mean, newest) -> mean + (newest - mean) / WEIGHT);
    if (means.size() > remembered) {
      means.pollFirstEntry();
    }
  }

  int size() {
    return means.size();
  }
}
