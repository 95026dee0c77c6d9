// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;

/** Ends passes that take too long. */
final class Deadlines {

  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer;

  Deadlines(Duration limit) {
    this.limit = limit;
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("deadlines").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  Duration limit() {
    return limit;
  }

  /** Begins a time; to be closed when it is not needed any more. */
  Deadline begin(Cancellation term) {
    var cancellation = new CancellationSwitch();
    var registration = term.onRequest(cancellation::cancel);
    var alarm = timer.schedule(cancellation::cancel, limit.toNanos(), TimeUnit.NANOSECONDS);
    return new Deadline(cancellation, registration, alarm);
  }

  /**
   * A time that runs.
   *
   * @param cancellation requested when it is over, or the term is
   */
  record Deadline(
      CancellationSwitch cancellation,
      Cancellation.Registration registration,
      ScheduledFuture<?> alarm)
      implements AutoCloseable {

    boolean hasPassed() {
      return alarm.isDone() && !alarm.isCancelled();
    }

    @Override
    public void close() {
      alarm.cancel(false);
      registration.close();
    }
  }
}
