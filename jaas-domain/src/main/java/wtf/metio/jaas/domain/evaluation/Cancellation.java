// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

/**
 * Tells work that nobody wants its result any more.
 *
 * <p>Once requested it stays so. Every method may be called by any thread.
 */
public interface Cancellation {

  /** Work that is always wanted. */
  Cancellation NEVER = new NeverCancelled();

  /** Whether the work may end; cheap enough to be asked in a loop. */
  boolean requested();

  /**
   * Has an action run when the cancellation is requested, at most once, on the thread that requests
   * it; at once and on this thread if it already was. The action must neither block nor throw.
   *
   * @return to be closed when the work is done, so that the action is forgotten
   */
  Registration onRequest(Runnable action);

  /** An action that waits for a cancellation. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {

    /** Forgets the action. It may still run if a request comes in at this moment. */
    @Override
    void close();
  }
}
