// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

/** Where long work looks up to see whether it may go on. Used by one thread only. */
@FunctionalInterface
public interface Checkpoint {

  /** Work that nobody limits. */
  Checkpoint NONE = () -> {};

  /**
   * Returns at once when the work may go on.
   *
   * @throws JsonnetException when the time is over, the caller has left or a budget is spent
   */
  void check();
}
