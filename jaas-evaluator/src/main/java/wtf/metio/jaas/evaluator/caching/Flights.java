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
      Thread.startVirtualThread(() -> fly(key, own, work));
    } else {
      joined.increment();
    }
    return boarded;
  }

  /** How many evaluations were saved because somebody else had begun the same. */
  long joined() {
    return joined.sum();
  }

  // The outermost place of a flight: whatever happens here, those who wait must hear of it.
  @SuppressWarnings("CatchingUnchecked")
  private void fly(ResultKey key, Flight flight, Work work) {
    try {
      var landing = work.run(flight);
      flights.remove(key, flight);
      flight.land(landing);
    } catch (RuntimeException | Error reason) {
      flights.remove(key, flight);
      flight.crash(reason);
    }
  }
}
