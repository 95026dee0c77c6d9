// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation took.
 *
 * @param steps calls, thunks, fields and iterations, roughly; zero if the engine does not count
 * @param allocatedBytes taken from the heap in total, not held at once; zero where nobody can tell
 * @param elapsed wall-clock time
 * @param phases what the engine's time went into; null if no engine had begun
 */
public record EvaluationUsage(
    long steps, long allocatedBytes, Duration elapsed, @Nullable EvaluationPhases phases) {

  /** The usage of something of which only the time is known. */
  public static EvaluationUsage ofTime(Duration elapsed) {
    return new EvaluationUsage(0, 0, elapsed, null);
  }
}
