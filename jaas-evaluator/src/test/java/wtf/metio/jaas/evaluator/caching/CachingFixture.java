// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.EvaluationEngine;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.jsonnet.JsonnetEngine;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;

/** Evaluators with caches, and people who ask them. */
final class CachingFixture {

  private CachingFixture() {}

  static EvaluationEngine jsonnet() {
    return new JsonnetEngine(
        new Engine(List.of()),
        new HeapGuard(),
        new Turns(Runtime.getRuntime().availableProcessors()));
  }

  static CachingEvaluator evaluator(EvaluationEngine engine, int maximum, long resultBytes) {
    return new CachingEvaluator(gate(engine, maximum), resultBytes);
  }

  static GatedEvaluator gate(EvaluationEngine engine, int maximum) {
    return new GatedEvaluator(
        engine,
        Permits.turningAwayBeyond(maximum),
        new EvaluationThreads(Duration.ofSeconds(1)),
        EvaluationListener.NONE);
  }

  /** Asks on a thread of its own. */
  static CompletableFuture<Evaluation> ask(
      Evaluator evaluator, EvaluationRequest request, Cancellation cancellation) {
    var answer = new CompletableFuture<Evaluation>();
    Thread.ofVirtual().start(() -> answer.complete(evaluator.evaluate(request, cancellation)));
    return answer;
  }

  /** Waits until something has happened. */
  static void await(BooleanSupplier happened) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
