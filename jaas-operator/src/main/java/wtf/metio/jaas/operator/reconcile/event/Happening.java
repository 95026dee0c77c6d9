// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.event;

import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;

/**
 * Something that people who look at an object should know.
 *
 * @param regarding the object; it may be gone by now
 * @param usual whether all is well
 * @param reason in a word
 * @param note in a sentence, of any length
 */
public record Happening(
    ResourceType type, KubeObject regarding, boolean usual, String reason, String note) {

  /** Something that went as it should. */
  public static Happening usual(
      ResourceType type, KubeObject regarding, String reason, String note) {
    return new Happening(type, regarding, true, reason, note);
  }

  /** Something that somebody should look into. */
  public static Happening warning(
      ResourceType type, KubeObject regarding, String reason, String note) {
    return new Happening(type, regarding, false, reason, note);
  }
}
