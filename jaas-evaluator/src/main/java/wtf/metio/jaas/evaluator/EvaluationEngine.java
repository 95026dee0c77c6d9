// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;

/**
 * An engine, as the gate in front of it sees it.
 *
 * <p>Serves any number of threads. Whatever it throws is a defect.
 */
public interface EvaluationEngine {

  /**
   * Evaluates on the calling thread, which has a stack of {@link #stackBytes}.
   *
   * @param deadline when it should have ended; earlier than the request's limits say, because the
   *     way to the engine takes time as well
   * @param cancellation also requested when the caller is not waiting any more
   */
  Evaluation evaluate(EvaluationRequest request, Deadline deadline, Cancellation cancellation);

  /** The stack that an evaluation within these limits needs. */
  long stackBytes(EvaluationLimits limits);

  /**
   * How long callers wait for it to end by itself after its deadline or a cancellation; zero for an
   * engine that cannot be stopped.
   */
  Duration grace();

  /** Reads programs as this engine does; {@link SyntaxCheck#NONE} if it cannot do that alone. */
  default SyntaxCheck syntax() {
    return SyntaxCheck.NONE;
  }

  /** How its cache of compiled programs does; {@link CacheNumbers#NONE} if it has none. */
  default CacheNumbers programCache() {
    return CacheNumbers.NONE;
  }
}
