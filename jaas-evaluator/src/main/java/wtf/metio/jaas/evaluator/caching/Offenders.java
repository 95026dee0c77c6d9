// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.evaluator.Lane;

/**
 * Remembers requests that ran into a limit, so that they do not do so again and again at the cost
 * of others.
 *
 * <p>A request that timed out or asked for too much is held back for a second, and twice as long
 * every further time, up to a minute. Then it may be tried again, in the small lane. It is
 * forgotten when it ends in any other way, or when a file that it read has changed; other arguments
 * make it another request, for which see {@link OffendingPrograms}.
 *
 * <p>Serves any number of threads. What was remembered first goes first when there is no more room.
 */
final class Offenders {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int MAX_ENTRIES = 10_000;
  private static final long MAX_BYTES = 16L << 20;

  /** What to do with a request. */
  sealed interface Verdict {

    /** Evaluate it in this lane. */
    record Try(Lane lane) implements Verdict {}

    /** Do not evaluate it for so long. */
    record HoldBack(Duration remaining) implements Verdict {}
  }

  private record Offence(Reads reads, Duration hold, long since) {}

  private final LongSupplier ticks;
  private final OffendingPrograms programs;

  /** Guards the fields below; nothing is proven under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<ResultKey, Offence> offences = new LinkedHashMap<>();
  private long bytes;

  /** Remembers nobody yet; the ticks are nanoseconds, as those of {@link System#nanoTime}. */
  Offenders(LongSupplier ticks) {
    this.ticks = ticks;
    programs = new OffendingPrograms(ticks);
  }

  /**
   * What to do with a request.
   *
   * @param asked as in {@link Reads#stillHold}
   */
  Verdict judge(ResultKey key, long asked) {
    var offence = find(key);
    if (offence == null) {
      return new Verdict.Try(programs.lane(key));
    }
    if (!offence.reads().stillHold(asked)) {
      replace(key, null);
      programs.forget(key.program());
      return new Verdict.Try(Lane.ORDINARY);
    }
    var remaining = offence.hold().minusNanos(ticks.getAsLong() - offence.since());
    return remaining.isPositive()
        ? new Verdict.HoldBack(remaining)
        : new Verdict.Try(Lane.OFFENDERS);
  }

  /** Takes note of how an evaluation ended. */
  void ended(ResultKey key, Evaluation evaluation, Reads reads) {
    switch (evaluation) {
      case Evaluation.Rendered _ -> replace(key, null);
      case Evaluation.Failed failed when failed.reason() != FailureReason.LIMIT ->
          replace(key, null);
      case Evaluation.Failed _, Evaluation.TimedOut _ -> offended(key, reads);
      case Evaluation.Cancelled _, Evaluation.Refused _ -> {
        // It says nothing about the program.
      }
    }
  }

  /** How many are remembered. */
  int size() {
    lock.lock();
    try {
      return offences.size();
    } finally {
      lock.unlock();
    }
  }

  // One that read nothing waited all the time for its turn.
  private void offended(ResultKey key, Reads reads) {
    if (reads.isEmpty()) {
      return;
    }
    var before = find(key);
    if (before == null) {
      programs.offended(key);
    }
    replace(key, new Offence(reads, hold(before), ticks.getAsLong()));
  }

  private static Duration hold(@Nullable Offence before) {
    if (before == null) {
      return FIRST;
    }
    var twice = before.hold().multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }

  private @Nullable Offence find(ResultKey key) {
    lock.lock();
    try {
      return offences.get(key);
    } finally {
      lock.unlock();
    }
  }

  private void replace(ResultKey key, @Nullable Offence offence) {
    lock.lock();
    try {
      remove(key);
      if (offence != null) {
        offences.put(key, offence);
        bytes += offence.reads().bytes();
      }
      while (bytes > MAX_BYTES || offences.size() > MAX_ENTRIES) {
        remove(offences.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }

  private void remove(ResultKey key) {
    var offence = offences.remove(key);
    bytes -= offence == null ? 0 : offence.reads().bytes();
  }
}
