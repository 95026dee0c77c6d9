// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Evaluation;

/**
 * One evaluation and all who wait for it.
 *
 * <p>It belongs to none of them: it is cancelled when the last one has left. Those whose time is
 * over do not count as gone, since the evaluation has its own deadline and is about to end.
 */
final class Flight {

  /**
   * How it ended.
   *
   * @param reads what it had read by then
   */
  record Landing(Evaluation evaluation, Reads reads) {}

  /**
   * How much longer than allowed somebody waits for the evaluation to end by its own deadline,
   * which tells more than that it is late.
   */
  private static final Duration WAY_BACK = Duration.ofMillis(20);

  private final long begun = System.nanoTime();
  private final CancellationSwitch stop = new CancellationSwitch();
  private final CompletableFuture<Landing> landing = new CompletableFuture<>();

  /** Guards the fields below; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private int aboard;
  private boolean abandoned;

  /** Before anything was read. */
  long begun() {
    return begun;
  }

  /** Requested when everybody has left. */
  CancellationSwitch stop() {
    return stop;
  }

  /** Joins those who wait; false if all of them have left and it is being cancelled. */
  boolean board() {
    lock.lock();
    try {
      aboard += abandoned ? 0 : 1;
      return !abandoned;
    } finally {
      lock.unlock();
    }
  }

  /** Does the work on a thread of its own; what is thrown there reaches all who wait. */
  void begin(Supplier<Landing> work) {
    var _ = landing.completeAsync(work, Thread::startVirtualThread);
  }

  /** Waits for the end; who cannot wait that long gets an evaluation of its own and no reads. */
  Landing await(Question question) {
    var end = landing.copy();
    try (var _ = question.cancellation().onRequest(() -> end.cancel(false))) {
      return within(question.patience(WAY_BACK), end);
    } catch (CancellationException _) {
      leave();
      return new Landing(question.cancelled(), Reads.NONE);
    } catch (TimeoutException _) {
      return new Landing(question.timedOut(), Reads.NONE);
    } catch (InterruptedException _) {
      leave();
      Thread.currentThread().interrupt();
      return new Landing(question.cancelled(), Reads.NONE);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the evaluation was not begun", e.getCause());
    }
  }

  private void leave() {
    lock.lock();
    try {
      aboard--;
      abandoned = aboard == 0;
    } finally {
      lock.unlock();
    }
    if (abandoned) {
      stop.cancel();
    }
  }

  private static Landing within(Duration patience, CompletableFuture<Landing> end)
      throws InterruptedException, ExecutionException, TimeoutException {
    return patience.isZero() ? end.get() : end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
