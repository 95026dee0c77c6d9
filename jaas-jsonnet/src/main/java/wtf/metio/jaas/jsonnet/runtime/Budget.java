// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;

/**
 * Decides whether an evaluation may go on.
 *
 * <p>Asked every few thousand steps, so it may take a microsecond. Both methods throw {@link
 * wtf.metio.jaas.jsonnet.diagnostics.JsonnetException} to end the evaluation.
 */
public interface Budget extends Checkpoint {

  /**
   * Counts steps and looks at deadline, cancellation and memory.
   *
   * @param steps done since the last call
   */
  void spend(long steps);

  /**
   * Asks for a large piece of memory before it is made.
   *
   * @param bytes its size
   */
  void reserve(long bytes);

  @Override
  default void check() {
    spend(0);
  }
}
