// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Evaluations under way, one for each key.
 *
 * <p>Each runs on a virtual thread of its own, so that no caller has to stay for the others.
 */
final class Flights {

  private final ConcurrentMap<ResultKey, Flight> flights = new ConcurrentHashMap<>();
  private final LongAdder joined = new LongAdder();

  /** What has to be done for one, until the end. */
  @FunctionalInterface
  interface Work {

    Flight.Landing run(Flight flight);
  }

  /** Boards the flight for a key; if there is none that takes anybody, a new one with this work. */
  Flight board(ResultKey key, Work work) {
    var own = new Flight();
    own.board();
    var boarded =
        flights.compute(key, (_, flying) -> flying != null && flying.board() ? flying : own);
    if (boarded == own) {
      own.begin(() -> fly(key, own, work));
    } else {
      joined.increment();
    }
    return boarded;
  }

  /** How many evaluations were saved because somebody else had begun the same. */
  long joined() {
    return joined.sum();
  }

  // Gone before anybody hears of the end: who asks after that does not board it any more.
  private Flight.Landing fly(ResultKey key, Flight flight, Work work) {
    try {
      return work.run(flight);
    } finally {
      flights.remove(key, flight);
    }
  }
}
