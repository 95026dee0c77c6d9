// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.time.Duration;

/**
 * How much one evaluation may use.
 *
 * @param timeout wall-clock time from the question to the answer, waiting included; zero means
 *     unlimited
 * @param maxStack nested calls before it is stopped, as the option of that name of the {@code
 *     jsonnet} command; at least one
 * @param maxSteps calls, thunks, fields and iterations; zero means unlimited
 * @param maxSourceBytes size of one file, imported or not; at least one
 * @param maxOutputBytes size of the output; at least one
 */
public record EvaluationLimits(
    Duration timeout, int maxStack, long maxSteps, long maxSourceBytes, long maxOutputBytes) {

  /** 5 seconds, 500 frames, any number of steps, 16 MiB a file, 64 MiB of output. */
  public static final EvaluationLimits DEFAULTS =
      new EvaluationLimits(Duration.ofSeconds(5), 500, 0, 16L << 20, 64L << 20);

  public EvaluationLimits {
    if (timeout.isNegative()
        || maxStack < 1
        || maxSteps < 0
        || maxSourceBytes < 1
        || maxOutputBytes < 1) {
      throw new IllegalArgumentException("a limit is out of its range");
    }
  }

  /** The same with another deadline. */
  public EvaluationLimits withTimeout(Duration other) {
    return new EvaluationLimits(other, maxStack, maxSteps, maxSourceBytes, maxOutputBytes);
  }

  /** The same with another stack. */
  public EvaluationLimits withMaxStack(int other) {
    return new EvaluationLimits(timeout, other, maxSteps, maxSourceBytes, maxOutputBytes);
  }

  /** The same with another number of steps. */
  public EvaluationLimits withMaxSteps(long other) {
    return new EvaluationLimits(timeout, maxStack, other, maxSourceBytes, maxOutputBytes);
  }

  /** The same with another file size. */
  public EvaluationLimits withMaxSourceBytes(long other) {
    return new EvaluationLimits(timeout, maxStack, maxSteps, other, maxOutputBytes);
  }

  /** The same with another output size. */
  public EvaluationLimits withMaxOutputBytes(long other) {
    return new EvaluationLimits(timeout, maxStack, maxSteps, maxSourceBytes, other);
  }
}
