// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;

/**
 * Hears of evaluations, to count and log them.
 *
 * <p>Called by many threads at once, on the path of an evaluation: neither blocks nor throws.
 */
public interface EvaluationListener {

  /** A listener that does not care. */
  EvaluationListener NONE = new EvaluationListener() {};

  /**
   * An evaluation got its place.
   *
   * @param waited from the question to the place; zero or nearly so for who found one free
   */
  default void began(EvaluationRequest request, Duration waited) {}

  /**
   * The caller got an answer.
   *
   * @param elapsed from the question to the answer
   */
  default void answered(EvaluationRequest request, Evaluation evaluation, Duration elapsed) {}

  /** The caller got its answer, but the engine still works on it and keeps its place. */
  default void leftRunning(EvaluationRequest request) {}

  /** What was left running has ended. */
  default void leftRunningEnded(EvaluationRequest request) {}

  /** The engine broke on this program; its author is told of an internal failure only. */
  default void broke(EvaluationRequest request, Throwable defect) {}
}
