// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

/**
 * What sort of failure ended an evaluation; for callers that act on it without reading the text.
 */
public enum FailureKind {
  /** The text is no program. */
  SYNTAX,
  /** A file that the program imports cannot be had. */
  IMPORT,
  /** The variables or arguments given by the caller do not fit the program. */
  ARGUMENT,
  /** The program failed while it ran. */
  RUNTIME,
  /** The program asked for more than one evaluation may use. */
  LIMIT,
  /** The deadline passed. */
  TIMEOUT,
  /** The caller gave up. */
  CANCELLED,
  /** A defect of the engine. */
  INTERNAL
}
