// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

/**
 * Asked now and then by work that takes long, so that it can be stopped from outside.
 *
 * <p>Called on the thread that does the work, often enough that an answer comes within a
 * millisecond or so.
 */
@FunctionalInterface
public interface Checkpoint {

  /** Lets everything pass; for work that nobody waits for. */
  Checkpoint UNLIMITED = () -> {};

  /**
   * Returns if the work may go on.
   *
   * @throws JsonnetException if it must stop, for example because the deadline passed
   */
  void check();
}
