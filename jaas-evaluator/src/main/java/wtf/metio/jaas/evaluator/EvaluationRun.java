// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
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

  private final EvaluationEngine engine;
  private final EvaluationRequest request;
  private final CancellationSwitch stop;
  private final Permits.Permit permit;
  private final EvaluationListener listener;
  private final long begin = System.nanoTime();
  private final CompletableFuture<Evaluation> outcome = new CompletableFuture<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.AWAITED);

  EvaluationRun(
      EvaluationEngine engine,
      EvaluationRequest request,
      CancellationSwitch stop,
      Permits.Permit permit,
      EvaluationListener listener) {
    this.engine = engine;
    this.request = request;
    this.stop = stop;
    this.permit = permit;
    this.listener = listener;
  }

  @Override
  public boolean run() {
    var evaluation = evaluate();
    boolean shallow = evaluation instanceof Evaluation.Rendered && elapsed().compareTo(SHALLOW) < 0;
    if (state.getAndSet(State.ENDED) == State.LEFT) {
      listener.leftRunningEnded(request);
    }
    permit.close();
    outcome.complete(evaluation);
    return shallow;
  }

  /** Waits for the outcome, for as long as the limits and the engine's grace allow. */
  Evaluation await() {
    try (var _ = stop.onRequest(this::hurry)) {
      var evaluation = GatedEvaluator.within(patience(), outcome);
      if (evaluation instanceof Evaluation.Cancelled) {
        leave();
      }
      return evaluation;
    } catch (TimeoutException _) {
      leave();
      stop.cancel();
      return new Evaluation.TimedOut(request.limits().timeout(), usage());
    } catch (InterruptedException _) {
      leave();
      stop.cancel();
      Thread.currentThread().interrupt();
      return new Evaluation.Cancelled(usage());
    }
  }

  private Duration patience() {
    var timeout = request.limits().timeout();
    return timeout.isZero() ? timeout : timeout.plus(engine.grace());
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
      listener.leftRunning(request);
    }
  }

  // The outermost place of an evaluation: whatever comes out of an engine must end here, or a place
  // would be lost and a caller would wait for nothing.
  @SuppressWarnings("CatchingUnchecked")
  private Evaluation evaluate() {
    try {
      return engine.evaluate(request, stop);
    } catch (OutOfMemoryError _) {
      return failed(FailureReason.LIMIT, "the evaluation needs more memory than there is");
    } catch (StackOverflowError _) {
      return failed(FailureReason.LIMIT, "max stack frames exceeded.");
    } catch (RuntimeException | Error defect) {
      listener.broke(request, defect);
      return failed(FailureReason.INTERNAL, "the engine broke on this program");
    }
  }

  private Evaluation failed(FailureReason reason, String message) {
    return new Evaluation.Failed(reason, "RUNTIME ERROR: " + message, "", usage(), List.of());
  }

  private EvaluationUsage usage() {
    var elapsed = elapsed();
    return new EvaluationUsage(0, 0, elapsed, EvaluationPhases.undivided(begin, elapsed));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
