// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Clocks that are set by hand. */
final class HandClocks extends Clock {

  private volatile long nanos = 1_000_000;
  private volatile Instant wall = Instant.parse("2026-11-21T12:00:00.000001Z");

  Clocks clocks() {
    return new Clocks(() -> nanos, this);
  }

  /** Time goes by. */
  void pass(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  /** The machine slept, or somebody set the clock. */
  void setWall(Instant time) {
    wall = time;
  }

  /** The wall clock stands still, or was set back meanwhile. */
  void passUnseen(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public Instant instant() {
    return wall;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
