// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.evaluator.Deadline;
import wtf.metio.jaas.evaluator.EvaluationEngine;

/** An engine that counts what it is asked for. */
record CountingEngine(EvaluationEngine engine, AtomicInteger evaluations)
    implements EvaluationEngine {

  CountingEngine(EvaluationEngine engine) {
    this(engine, new AtomicInteger());
  }

  int count() {
    return evaluations.get();
  }

  @Override
  public Evaluation evaluate(
      EvaluationRequest request, Deadline deadline, Cancellation cancellation) {
    evaluations.incrementAndGet();
    return engine.evaluate(request, deadline, cancellation);
  }

  @Override
  public long stackBytes(EvaluationLimits limits) {
    return engine.stackBytes(limits);
  }

  @Override
  public Duration grace() {
    return engine.grace();
  }
}
