// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

/** In which line an evaluation waits for a place. */
public enum Lane {
  /** Every place is open, and who finds none may wait. */
  ORDINARY,

  /**
   * For a program that ran into a limit before and has not changed since. Such programs hold a few
   * places together at most, never make anybody else wait and never wait themselves.
   */
  OFFENDERS
}
