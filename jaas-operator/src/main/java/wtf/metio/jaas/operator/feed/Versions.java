// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

/** Resource versions: numbers that only grow, unless a cluster is restored from a snapshot. */
public final class Versions {

  private Versions() {}

  /** Which of two is older; what is no number is as old as can be. */
  public static int compare(String one, String other) {
    return Long.compare(number(one), number(other));
  }

  private static long number(String version) {
    try {
      return Long.parseLong(version);
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
