// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.sjsonnet;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.evaluator.Deadline;
import wtf.metio.jaas.evaluator.EvaluationEngine;

/** Evaluates with sjsonnet, whose work cannot be ended from outside. */
public final class SjsonnetEngine implements EvaluationEngine {

  /** Its parser and its evaluator recurse without a bound of their own; this bounds them. */
  private static final long STACK = 64L << 20;

  @Override
  public Evaluation evaluate(
      EvaluationRequest request, Deadline deadline, Cancellation cancellation) {
    return new SjsonnetEvaluation(request, cancellation).run();
  }

  @Override
  public long stackBytes(EvaluationLimits limits) {
    return STACK;
  }

  @Override
  public Duration grace() {
    return Duration.ZERO;
  }
}
