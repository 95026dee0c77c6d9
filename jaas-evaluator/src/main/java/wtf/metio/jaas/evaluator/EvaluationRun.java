// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;

/** One evaluation with a permit: the work of one thread, awaited by another. */
final class EvaluationRun implements EvaluationThreads.Work {

  /** What has become of the two threads. */
  private enum State {
    AWAITED,
    LEFT,
    ENDED
  }

  /** After so much work a thread may have used its stack deeply; a new one costs far less. */
  private static final Duration SHALLOW = Duration.ofMillis(20);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final EvaluationEngine engine;
  private final Question question;
  private final Permits.Permit permit;
  private final EvaluationListener listener;
  private final long begin = System.nanoTime();
  private final CompletableFuture<Evaluation> outcome = new CompletableFuture<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.AWAITED);

  EvaluationRun(
      EvaluationEngine engine,
      Question question,
      Permits.Permit permit,
      EvaluationListener listener) {
    this.engine = engine;
    this.question = question;
    this.permit = permit;
    this.listener = listener;
  }

  @Override
  public boolean run() {
    long computed = THREADS.getCurrentThreadCpuTime();
    var evaluation = evaluate();
    boolean shallow = evaluation instanceof Evaluation.Rendered && elapsed().compareTo(SHALLOW) < 0;
    if (state.getAndSet(State.ENDED) == State.LEFT) {
      listener.leftRunningEnded(question.request());
    }
    permit.close(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - computed));
    outcome.complete(evaluation);
    return shallow;
  }

  /** Waits for the outcome, for as long as the limits and the engine's grace allow. */
  Evaluation await() {
    try (var _ = question.stop().onRequest(this::hurry)) {
      var evaluation = GatedEvaluator.within(patience(), outcome);
      if (evaluation instanceof Evaluation.Cancelled) {
        leave();
      }
      return evaluation;
    } catch (TimeoutException _) {
      leave();
      question.stop().cancel();
      return timedOut();
    } catch (InterruptedException _) {
      leave();
      question.stop().cancel();
      Thread.currentThread().interrupt();
      return new Evaluation.Cancelled(usage());
    }
  }

  private Duration patience() {
    var left = question.deadline().left();
    return left.isZero() ? left : left.plus(engine.grace());
  }

  private void hurry() {
    var cancelled = new Evaluation.Cancelled(usage());
    if (engine.grace().isZero()) {
      outcome.complete(cancelled);
    } else {
      outcome.completeOnTimeout(cancelled, engine.grace().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void leave() {
    if (state.compareAndSet(State.AWAITED, State.LEFT)) {
      listener.leftRunning(question.request());
    }
  }

  // The outermost place of an evaluation: whatever comes out of an engine must end here, or a place
  // would be lost and a caller would wait for nothing.
  @SuppressWarnings("CatchingUnchecked")
  private Evaluation evaluate() {
    if (question.deadline().passed()) {
      // It took that long to get a thread.
      return timedOut();
    }
    try {
      return engine.evaluate(question.request(), question.deadline(), question.stop());
    } catch (OutOfMemoryError _) {
      return failed(FailureReason.LIMIT, "the evaluation needs more memory than there is");
    } catch (StackOverflowError _) {
      return failed(FailureReason.LIMIT, "max stack frames exceeded.");
    } catch (RuntimeException | Error defect) {
      listener.broke(question.request(), defect);
      return failed(FailureReason.INTERNAL, "the engine broke on this program");
    }
  }

  private Evaluation failed(FailureReason reason, String message) {
    return new Evaluation.Failed(reason, "RUNTIME ERROR: " + message, "", usage(), List.of());
  }

  private Evaluation timedOut() {
    return new Evaluation.TimedOut(question.request().limits().timeout(), usage());
  }

  private EvaluationUsage usage() {
    var elapsed = elapsed();
    return new EvaluationUsage(0, 0, elapsed, EvaluationPhases.undivided(begin, elapsed));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
