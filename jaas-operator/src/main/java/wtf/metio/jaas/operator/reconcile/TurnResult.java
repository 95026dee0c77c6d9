// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import io.kubernetes.client.extended.controller.reconciler.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.NextLook;

/**
 * A result that knows in which lane the next turn is, and whether something was achieved. To be
 * looked at again without a time means: with a growing delay.
 */
final class TurnResult extends Result {

  private final Lane lane;
  private final boolean achieved;

  private TurnResult(boolean requeue, Duration after, Lane lane, boolean achieved) {
    super(requeue, after);
    this.lane = lane;
    this.achieved = achieved;
  }

  /** After something was achieved, or failed. */
  static TurnResult of(NextLook next, Instant now) {
    return switch (next) {
      case NextLook.Never() -> new TurnResult(false, Duration.ZERO, Lane.CHECK, true);
      case NextLook.WithBackoff() -> new TurnResult(true, Duration.ZERO, Lane.RETRY, false);
      case NextLook.At(var lane, var due) ->
          new TurnResult(true, positive(Duration.between(now, due)), lane, true);
    };
  }

  /** After nothing was tried. */
  static TurnResult putOff(Lane lane, Duration pause) {
    return new TurnResult(true, positive(pause), lane, false);
  }

  private static Duration positive(Duration duration) {
    return duration.isPositive() ? duration : Duration.ofNanos(1);
  }

  Lane lane() {
    return lane;
  }

  boolean achieved() {
    return achieved;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TurnResult result
        && super.equals(other)
        && lane == result.lane
        && achieved == result.achieved;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), lane, achieved);
  }
}
