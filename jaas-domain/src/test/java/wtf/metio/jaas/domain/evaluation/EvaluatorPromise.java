// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

/** Promises of the port that an engine may be unable to keep; it names them with the reason. */
public enum EvaluatorPromise {
  /** What is cancelled ends at once and frees its place. */
  ENDS_WHEN_CANCELLED,
  /** What is over its deadline ends at once and frees its place. */
  ENDS_AT_ITS_DEADLINE,
  /** {@code maxStack} is kept. */
  KEEPS_THE_STACK_LIMIT,
  /** {@code maxSteps} is kept. */
  KEEPS_THE_STEP_LIMIT,
  /** Messages begin like those of the reference. */
  SPEAKS_LIKE_THE_REFERENCE,
  /** What the caller gave wrongly is told apart from what the program does wrongly. */
  TELLS_ARGUMENTS_APART,
  /** {@code importbin} is known. */
  IMPORTS_BYTES,
  /** What a program writes with {@code std.trace} reaches the caller. */
  REPORTS_TRACES,
  /** The standard library of the reference is complete. */
  KNOWS_THE_WHOLE_LIBRARY
}
