// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import java.time.Instant;
import wtf.metio.jaas.work.SteppingClock;

/** Clocks that are set by hand. */
final class HandClocks {

  private final SteppingClock wall =
      new SteppingClock(Instant.parse("2026-11-21T12:00:00.000001Z"));
  private volatile long nanos = 1_000_000;

  Clocks clocks() {
    return new Clocks(() -> nanos, wall);
  }

  /** Time goes by. */
  void pass(Duration time) {
    passUnseen(time);
    wall.pass(time);
  }

  /** The machine slept, or somebody set the clock. */
  void setWall(Instant time) {
    wall.pass(Duration.between(wall.instant(), time));
  }

  /** The wall clock stands still, or was set back meanwhile. */
  void passUnseen(Duration time) {
    nanos += time.toNanos();
  }

  Instant instant() {
    return wall.instant();
  }
}
