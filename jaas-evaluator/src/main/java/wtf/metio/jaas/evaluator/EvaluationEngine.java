// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;

/**
 * An engine, as the gate in front of it sees it.
 *
 * <p>Serves any number of threads. Whatever it throws is a defect.
 */
public interface EvaluationEngine {

  /**
   * Evaluates on the calling thread, which has a stack of {@link #stackBytes}.
   *
   * @param cancellation also requested when the caller is not waiting any more
   */
  Evaluation evaluate(EvaluationRequest request, Cancellation cancellation);

  /** The stack that an evaluation within these limits needs. */
  long stackBytes(EvaluationLimits limits);

  /**
   * How long callers wait for it to end by itself after its deadline or a cancellation; zero for an
   * engine that cannot be stopped.
   */
  Duration grace();

  /** How its cache of compiled programs does; {@link CacheNumbers#NONE} if it has none. */
  default CacheNumbers programCache() {
    return CacheNumbers.NONE;
  }
}
