// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.jsonnet.JsonnetEngine;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;

/** The evaluator of a service that nobody else uses. */
public final class OfflineEvaluator {

  private OfflineEvaluator() {}

  /** Puts one together. */
  public static Evaluator with(Engine engine) {
    return new GatedEvaluator(
        new JsonnetEngine(engine, new HeapGuard(), new Turns(1)),
        Permits.withoutGate(1),
        new EvaluationThreads(Duration.ZERO),
        EvaluationListener.NONE);
  }
}
