// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.time.Duration;
import java.util.List;

/**
 * How well the cluster is known.
 *
 * @param synced whether everything that can be watched was listed once; kinds that are not
 *     installed are not waited for, nor are sources that may not be read
 * @param missing kinds of ours that are not installed, by the names of their definitions
 * @param forbidden what the operator may not list or watch, in the words of roles
 * @param behind for how long nothing was heard of one of them though it should have been; zero if
 *     all is well. Beyond a few minutes this process should not be asked any more
 * @param unanswered for how long nobody even refused to answer one of them that lived once; beyond
 *     some minutes it is more likely this process that is stuck than the server
 */
public record WatchHealth(
    boolean synced,
    List<String> missing,
    List<String> forbidden,
    Duration behind,
    Duration unanswered) {
  public WatchHealth {
    missing = List.copyOf(missing);
    forbidden = List.copyOf(forbidden);
  }
}
