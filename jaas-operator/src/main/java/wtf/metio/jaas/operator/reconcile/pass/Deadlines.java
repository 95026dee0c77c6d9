// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    var passed = new AtomicBoolean();
    Runnable ring =
        () -> {
          passed.set(true);
          cancellation.cancel();
        };
    var registration = term.onRequest(cancellation::cancel);
    var alarm = timer.schedule(ring, limit.toNanos(), TimeUnit.NANOSECONDS);
    return new Deadline(cancellation, passed, registration, alarm);
  }

  /**
   * A time that runs.
   *
   * @param cancellation requested when it is over, or the term is
   * @param passed set before the cancellation is requested
   */
  record Deadline(
      CancellationSwitch cancellation,
      AtomicBoolean passed,
      Cancellation.Registration registration,
      ScheduledFuture<?> alarm)
      implements AutoCloseable {

    boolean hasPassed() {
      return passed.get();
    }

    @Override
    public void close() {
      alarm.cancel(false);
      registration.close();
    }
  }
}
