// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.time.Duration;

/**
 * What an evaluation took.
 *
 * @param steps calls, thunks, fields and iterations, roughly; zero if the engine does not count
 * @param allocatedBytes taken from the heap in total, not held at once; zero where nobody can tell
 * @param elapsed wall-clock time
 */
public record EvaluationUsage(long steps, long allocatedBytes, Duration elapsed) {

  /** The usage of something of which only the time is known. */
  public static EvaluationUsage ofTime(Duration elapsed) {
    return new EvaluationUsage(0, 0, elapsed);
  }
}
