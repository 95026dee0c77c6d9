// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

/** What came of withdrawing a snippet. */
public sealed interface Withdrawn {

  /** Nothing of it is left, and it may go. */
  record Entirely() implements Withdrawn {}

  /**
   * It may go, but something could not be removed.
   *
   * @param cause for a counter
   * @param message for people
   */
  record Forced(ForceCause cause, String message) implements Withdrawn {}

  /** It has to be tried again. */
  record Later(String message) implements Withdrawn {}

  /** This process may not change anything any more. */
  record Fenced() implements Withdrawn {}
}
