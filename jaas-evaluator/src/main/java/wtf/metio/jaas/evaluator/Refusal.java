// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

/** Why somebody was not let in. */
public enum Refusal {
  /** No place was free for this caller, and its line was as long as it may be. */
  QUEUE_FULL,
  /** It waited in line for as long as anybody may. */
  OVERDUE,
  /** As many programs that ran into a limit before were tried as may be. */
  OFFENDERS_FULL,
  /** It was tried again after it had run into a limit, and somebody else needed the place. */
  GAVE_WAY
}
