// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.notation.BoundedText;

/**
 * A condition as a status says it.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 */
record Condition(String type, String status, String reason, String message) {

  static final String READY = "Ready";
  static final String RECONCILING = "Reconciling";
  static final String STALLED = "Stalled";

  static final String TRUE = "True";
  static final String FALSE = "False";
  static final String UNKNOWN = "Unknown";

  /** Work goes on after a failure; as others say it. */
  static final String RETRYING = "ProgressingWithRetry";

  /** What is said once need not be said again. */
  static final String SEE_READY = "see the message of Ready";

  /** What the API server takes, counted in bytes to be on the safe side. */
  private static final int LONGEST_MESSAGE = 32_768;

  Condition {
    message = BoundedText.of(message, LONGEST_MESSAGE);
  }

  static Condition ready(String message) {
    return new Condition(READY, TRUE, Reason.SYNCED.text(), message);
  }

  static Condition pending(String message) {
    return new Condition(READY, UNKNOWN, Reason.PENDING.text(), message);
  }

  /** The address of the runbook stays, however long the message is. */
  static Condition notReady(Reason reason, String message) {
    int suffix = reason.decorated("").length();
    return new Condition(
        READY,
        FALSE,
        reason.text(),
        reason.decorated(BoundedText.of(message, LONGEST_MESSAGE - suffix)));
  }

  /** Work goes on, or goes on soon. */
  static Condition reconciling(String reason, String message) {
    return new Condition(RECONCILING, TRUE, reason, message);
  }

  /** Nothing goes on until somebody changes something. */
  static Condition stalled(Reason reason, String message) {
    return new Condition(STALLED, TRUE, reason.text(), message);
  }
}
