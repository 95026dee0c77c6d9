// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

/**
 * Watches over the memory of the process on behalf of one evaluation.
 *
 * <p>Called on the evaluating thread, every few ten microseconds of work, and may make it wait.
 */
public interface MemoryGuard {

  /** Lets everything pass. */
  MemoryGuard NONE =
      new MemoryGuard() {
        @Override
        public boolean mayGoOn() {
          return true;
        }

        @Override
        public boolean grants(long bytes) {
          return true;
        }
      };

  /** Whether the evaluation may go on; false ends it with a failure that says so. */
  boolean mayGoOn();

  /**
   * Whether the evaluation may take a large piece of memory, asked before it is taken.
   *
   * @param bytes more than 64 KiB
   */
  boolean grants(long bytes);
}
