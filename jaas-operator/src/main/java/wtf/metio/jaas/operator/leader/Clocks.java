// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Two clocks, because neither is enough.
 *
 * @param nanoTime never jumps, but may stand still while the machine sleeps
 * @param wall goes on while the machine sleeps, but may be set
 */
record Clocks(LongSupplier nanoTime, Clock wall) {

  static Clocks of(Clock wall) {
    return new Clocks(System::nanoTime, wall);
  }

  Moment now() {
    return new Moment(nanoTime.getAsLong(), wall.instant());
  }

  /** How long ago something was, by the clock that does not jump. */
  Duration since(Moment moment) {
    return Duration.ofNanos(nanoTime.getAsLong() - moment.nanos());
  }

  /** Whether less than a time went by since then; both clocks must say so. */
  boolean within(Duration time, Moment moment) {
    var byWall = Duration.between(moment.wall(), wall.instant());
    return since(moment).compareTo(time) < 0 && byWall.compareTo(time) < 0;
  }

  /** The same moment on both clocks. */
  record Moment(long nanos, Instant wall) {}
}
