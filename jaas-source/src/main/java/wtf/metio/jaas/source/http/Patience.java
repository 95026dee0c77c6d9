// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Cancellation;

/** How long one download is waited for: until its time is up or nobody wants it any more. */
final class Patience implements AutoCloseable {

  private final Cancellation cancellation;
  private final ScheduledThreadPoolExecutor deadlines;
  private final AtomicReference<@Nullable Cancellable> current = new AtomicReference<>();
  private @Nullable ScheduledFuture<?> deadline;
  private Cancellation.@Nullable Registration registration;
  private volatile boolean expired;

  Patience(Cancellation cancellation, ScheduledThreadPoolExecutor deadlines) {
    this.cancellation = cancellation;
    this.deadlines = deadlines;
  }

  /** Begins to count. */
  void begin(Duration total) {
    deadline = deadlines.schedule(this::expire, total.toMillis(), TimeUnit.MILLISECONDS);
    registration = cancellation.onRequest(this::abort);
  }

  /** What is to be aborted from now on; at once, if there is no patience left. */
  void watch(Cancellable request) {
    current.set(request);
    if (isOver()) {
      abort();
    }
  }

  /** Whether the time is up. */
  boolean isExpired() {
    return expired;
  }

  /** Whether nobody wants the download any more. */
  boolean isCancelled() {
    return cancellation.requested();
  }

  boolean isOver() {
    return isExpired() || isCancelled();
  }

  @Override
  public void close() {
    if (deadline != null) {
      deadline.cancel(false);
    }
    if (registration != null) {
      registration.close();
    }
  }

  private void expire() {
    expired = true;
    abort();
  }

  private void abort() {
    var request = current.get();
    if (request != null) {
      request.cancel();
    }
  }
}
