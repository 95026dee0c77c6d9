// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

/** How often something is done. */
final class Rounds {

  private Rounds() {}

  /** So often, or as {@code -Dproof.kills} says. */
  static int of(int usual) {
    return Integer.getInteger("proof.kills", usual);
  }
}
