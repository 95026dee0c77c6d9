// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.util.Locale;

/** Why a program has no value. The names are part of the answers that callers outside read. */
public enum FailureReason {
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
  /** A defect of the engine; to be reported to its authors. */
  INTERNAL;

  /** The name outside of the process: one word in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
