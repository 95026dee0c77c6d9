// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

/** What a probe of a store found. */
public sealed interface StoreHealth {

  /** It works. */
  record Well() implements StoreHealth {}

  /**
   * It does not.
   *
   * @param message as in {@link StoreUnavailableException}
   */
  record Ill(StoreProblem problem, String message) implements StoreHealth {}
}
