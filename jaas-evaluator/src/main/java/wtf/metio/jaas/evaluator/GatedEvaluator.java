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
    long begin = System.nanoTime();
    var deadline = Deadline.after(request.limits().timeout());
    var stop = new CancellationSwitch();
    open.add(stop);
    try (var _ = cancellation.onRequest(stop::cancel)) {
      if (closed) {
        throw new IllegalStateException("the evaluator is closed");
      }
      var evaluation = letIn(new Question(request, lane, deadline, stop), begin);
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

  private Evaluation letIn(Question question, long begin) {
    var place = permits.request(question.caller(), question.lane());
    if (place.isEmpty()) {
      return refused();
    }
    try (var _ = question.stop().onRequest(place.get()::leave)) {
      var permit = place.get().await(question.deadline().leftAtMost(permits.patience()));
      if (question.stop().requested()) {
        permit.close();
        return new Evaluation.Cancelled(since(begin));
      }
      listener.began(question.request(), Duration.ofNanos(System.nanoTime() - begin));
      return run(question, permit);
    } catch (TimeoutException _) {
      return overdue(question, begin);
    } catch (CancellationException _) {
      return new Evaluation.Cancelled(since(begin));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Evaluation.Cancelled(since(begin));
    }
  }

  // Where nobody is turned away, a place that does not come is a matter of time only.
  private Evaluation overdue(Question question, long begin) {
    if (permits.maximum() == 0) {
      return new Evaluation.TimedOut(question.request().limits().timeout(), since(begin));
    }
    permits.count(Refusal.OVERDUE);
    return refused();
  }

  private Evaluation run(Question question, Permits.Permit permit) {
    var run = new EvaluationRun(engine, question, permit, listener);
    try (var _ = permit.wanted().onRequest(question.stop()::cancel)) {
      threads.run(engine.stackBytes(question.request().limits()), run);
      var evaluation = run.await();
      if (evaluation instanceof Evaluation.Cancelled && permit.wanted().requested()) {
        permits.count(Refusal.GAVE_WAY);
        return refused();
      }
      return evaluation;
    } catch (OutOfMemoryError _) {
      // The JVM's word for a machine that has no more threads: later there may be some again.
      permit.close();
      return refused();
    }
  }

  private Evaluation refused() {
    return new Evaluation.Refused(permits.maximum(), RETRY_AFTER);
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
