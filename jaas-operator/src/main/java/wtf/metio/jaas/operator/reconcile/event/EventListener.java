// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.event;

/** Hears what becomes of events. Must not block. */
@FunctionalInterface
public interface EventListener {

  /**
   * An event was given up: the API server did not take it, or there were too many.
   *
   * @param reason of the event
   * @param why in a sentence
   */
  void dropped(String reason, String why);
}
