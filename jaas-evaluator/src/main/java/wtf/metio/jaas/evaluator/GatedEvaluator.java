// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.Evaluator;

/**
 * An engine behind a gate: so many at a time, each on a thread of its own, each with an end.
 *
 * <p>Callers wait for the outcome on their own thread. The permit belongs to the evaluation: who is
 * tired of waiting leaves, but the place is taken until the engine is done.
 */
public final class GatedEvaluator implements Evaluator {

  /** Most evaluations end sooner. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final EvaluationEngine engine;
  private final Permits permits;
  private final EvaluationThreads threads;
  private final EvaluationListener listener;
  private final Set<CancellationSwitch> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Puts an engine behind a gate. The threads are closed with this evaluator. */
  public GatedEvaluator(
      EvaluationEngine engine,
      Permits permits,
      EvaluationThreads threads,
      EvaluationListener listener) {
    this.engine = engine;
    this.permits = permits;
    this.threads = threads;
    this.listener = listener;
  }

  @Override
  public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
    return evaluate(request, cancellation, Lane.ORDINARY);
  }

  /**
   * The same in a lane.
   *
   * @see #evaluate(EvaluationRequest, Cancellation)
   */
  public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation, Lane lane) {
    var stop = new CancellationSwitch();
    open.add(stop);
    try (var _ = cancellation.onRequest(stop::cancel)) {
      if (closed) {
        throw new IllegalStateException("the evaluator is closed");
      }
      long begin = System.nanoTime();
      var evaluation = letIn(request, stop, begin);
      listener.answered(request, evaluation, Duration.ofNanos(System.nanoTime() - begin));
      return evaluation;
    } finally {
      open.remove(stop);
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(CancellationSwitch::cancel);
    threads.close();
  }

  private Evaluation letIn(EvaluationRequest request, CancellationSwitch stop, long begin) {
    var place = permits.request();
    if (place.isEmpty()) {
      return new Evaluation.Refused(permits.maximum(), RETRY_AFTER);
    }
    try (var _ = stop.onRequest(() -> place.get().cancel(false))) {
      var permit = within(request.limits().timeout(), place.get());
      return stop.requested() ? givenBack(permit, begin) : run(request, stop, permit);
    } catch (TimeoutException _) {
      Permits.leave(place.get());
      return new Evaluation.TimedOut(request.limits().timeout(), since(begin));
    } catch (CancellationException _) {
      return new Evaluation.Cancelled(since(begin));
    } catch (InterruptedException _) {
      Permits.leave(place.get());
      Thread.currentThread().interrupt();
      return new Evaluation.Cancelled(since(begin));
    }
  }

  private static Evaluation givenBack(Permits.Permit permit, long begin) {
    permit.close();
    return new Evaluation.Cancelled(since(begin));
  }

  private Evaluation run(
      EvaluationRequest request, CancellationSwitch stop, Permits.Permit permit) {
    var run = new EvaluationRun(engine, request, stop, permit, listener);
    try {
      threads.run(engine.stackBytes(request.limits()), run);
    } catch (OutOfMemoryError _) {
      // The JVM's word for a machine that has no more threads: later there may be some again.
      permit.close();
      return new Evaluation.Refused(permits.maximum(), RETRY_AFTER);
    }
    return run.await();
  }

  private static EvaluationUsage since(long begin) {
    return EvaluationUsage.ofTime(Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Waits for a value that is never failed; zero means without end. */
  static <T> T within(Duration patience, CompletableFuture<T> future)
      throws TimeoutException, InterruptedException {
    try {
      return patience.isZero()
          ? future.get()
          : future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
