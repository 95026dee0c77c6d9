// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.time.Duration;
import java.util.List;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.jsonnet.JsonnetEngine;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;

/** An evaluator with caches keeps every promise of one without. */
class CachedJsonnetEvaluatorTest implements EvaluatorContract {

  @Override
  public Evaluator evaluator(int maximum) {
    var gate =
        new GatedEvaluator(
            new JsonnetEngine(
                new Engine(List.of()),
                new HeapGuard(),
                new Turns(Runtime.getRuntime().availableProcessors())),
            Permits.turningAwayBeyond(maximum),
            new EvaluationThreads(Duration.ofSeconds(1)),
            EvaluationListener.NONE);
    return new CachingEvaluator(gate, 16 << 20);
  }
}
