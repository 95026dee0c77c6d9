// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.time.Duration;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;

/**
 * What one caller asked.
 *
 * @param asked the reading of {@link System#nanoTime} at that moment
 */
record Question(EvaluationRequest request, ResultKey key, Cancellation cancellation, long asked) {

  static Question of(EvaluationRequest request, Cancellation cancellation) {
    return new Question(request, ResultKey.of(request), cancellation, System.nanoTime());
  }

  /** Whether something that began then began after the question, and saw all that was there. */
  boolean isBefore(long begun) {
    return begun - asked > 0;
  }

  Evaluation cancelled() {
    return new Evaluation.Cancelled(usage());
  }

  Evaluation timedOut() {
    return new Evaluation.TimedOut(request.limits().timeout(), usage());
  }

  /** The time that is left for an answer, some of it for the way back; zero for no end. */
  Duration patience(Duration wayBack) {
    var timeout = request.limits().timeout();
    if (timeout.isZero()) {
      return timeout;
    }
    var left = timeout.plus(wayBack).minus(elapsed());
    return left.isPositive() ? left : Duration.ofNanos(1);
  }

  private EvaluationUsage usage() {
    return EvaluationUsage.ofTime(elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - asked);
  }
}
