// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.time.Duration;

/**
 * How much one evaluation may use.
 *
 * @param timeout wall-clock time; zero means unlimited
 * @param maxStack nested calls, as {@code --max-stack} of the {@code jsonnet} command; at least one
 * @param maxSteps calls, thunks, fields and iterations; zero means unlimited
 * @param maxSourceBytes size of one source file or imported file
 * @param maxOutputBytes size of everything written
 */
public record Limits(
    Duration timeout, int maxStack, long maxSteps, long maxSourceBytes, long maxOutputBytes) {

  /** The stack of the {@code jsonnet} command. */
  public static final int DEFAULT_MAX_STACK = 500;

  /** No deadline and no step limit, 500 frames, 16 MiB a source, 64 MiB of output. */
  public static final Limits DEFAULTS =
      new Limits(Duration.ZERO, DEFAULT_MAX_STACK, 0, 16L << 20, 64L << 20);

  /** The same with another deadline. */
  public Limits withTimeout(Duration other) {
    return new Limits(other, maxStack, maxSteps, maxSourceBytes, maxOutputBytes);
  }

  /** The same with another stack. */
  public Limits withMaxStack(int other) {
    return new Limits(timeout, other, maxSteps, maxSourceBytes, maxOutputBytes);
  }
}
