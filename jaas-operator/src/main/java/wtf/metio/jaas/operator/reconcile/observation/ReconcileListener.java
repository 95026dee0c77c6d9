// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.observation;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.work.Turn;

/**
 * Hears what becomes of snippets. Called on the threads that make the passes, so it must not block.
 */
public interface ReconcileListener {

  /** A turn began; it had waited for its time. */
  void began(Turn<ResourceName> turn);

  /** A program was rendered to this many bytes. */
  void rendered(ResourceName snippet, long bytes);

  /**
   * A pass ended, and the status says how.
   *
   * @param message without the address of a runbook
   * @param changed whether the status had to be written, or something was published
   */
  void ended(ResourceName snippet, boolean ready, Reason reason, String message, boolean changed);

  /** A pass was put off; the status stays. */
  void deferred(ResourceName snippet, Deferral cause, String message);

  /** A snippet that was looked after is gone, or is not looked after any more. Told once. */
  void withdrawn(ResourceName snippet);

  /** A snippet was let go although something of it is left. */
  void forced(ResourceName snippet, ForceCause cause, String message);

  /** A pass could not be made, or its end not be written down. It is tried again. */
  void failed(ResourceName snippet, String message);

  /** A pass ended with an exception: a mistake of ours. */
  void broke(ResourceName snippet, Throwable defect);

  /** What a pass that was made did, before any of the above. */
  void traced(PassTrace trace);
}
