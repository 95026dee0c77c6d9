// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.evaluator.Lane;

/**
 * Programs that ran into a limit with several different arguments.
 *
 * <p>Arguments may be chosen by a client, and each of them makes another request. Once a program
 * has run into a limit with {@value #CROWD} different ones within a while, all of its requests are
 * tried in the small lane, until fewer of these offences are as recent. It is never held back as a
 * whole, and a success does not clear it: a client could have as many of those as it likes.
 *
 * <p>Serves any number of threads.
 */
final class OffendingPrograms {

  private static final int CROWD = 8;

  /** How long an offence counts, at least. */
  private static final Duration WHILE = Duration.ofMinutes(1);

  /**
   * And at least so many times as long as one evaluation may take: the small lane lets them happen
   * one after the other, and a program that goes on like this is to stay there.
   */
  private static final int TIMEOUTS = 2 * CROWD;

  private static final int MAX_PROGRAMS = 1_000;

  private final LongSupplier ticks;

  // Guarded by this object: when the last offences of a program were, oldest first.
  private final Map<Program, Deque<Long>> offences = new LinkedHashMap<>();

  OffendingPrograms(LongSupplier ticks) {
    this.ticks = ticks;
  }

  /** Takes note of a request that had not offended before. */
  synchronized void offended(ResultKey key) {
    var recent = offences.computeIfAbsent(key.program(), _ -> new ArrayDeque<>());
    recent.addLast(ticks.getAsLong());
    if (recent.size() > CROWD) {
      recent.removeFirst();
    }
    if (offences.size() > MAX_PROGRAMS) {
      offences.remove(offences.keySet().iterator().next());
    }
  }

  /** The lane for a request that has not offended itself. */
  synchronized Lane lane(ResultKey key) {
    var recent = offences.get(key.program());
    boolean crowded =
        recent != null
            && recent.size() == CROWD
            && ticks.getAsLong() - recent.getFirst() < counting(key).toNanos();
    return crowded ? Lane.OFFENDERS : Lane.ORDINARY;
  }

  /** The program has changed. */
  synchronized void forget(Program program) {
    offences.remove(program);
  }

  private static Duration counting(ResultKey key) {
    var all = key.limits().timeout().multipliedBy(TIMEOUTS);
    return all.compareTo(WHILE) > 0 ? all : WHILE;
  }
}
