// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Which lease decides who writes, and how fast it changes hands.
 *
 * @param lease all replicas name the same one
 * @param identity of this process; no other one, before or after, has the same
 * @param duration how long others wait for a holder that says nothing
 * @param renewal how long a holder that cannot renew still writes; what it began then has the rest
 *     of the duration to arrive
 * @param retry how often the holder renews, and others look if they cannot watch
 */
public record LeaseOptions(
    ResourceName lease, String identity, Duration duration, Duration renewal, Duration retry) {

  public LeaseOptions {
    if (renewal.compareTo(duration) >= 0 || retry.compareTo(renewal) >= 0) {
      throw new IllegalArgumentException("a lease outlasts its renewal, and that its retries");
    }
  }

  /** With the durations that all controllers of Kubernetes use. */
  public static LeaseOptions usual(ResourceName lease, String identity) {
    return new LeaseOptions(
        lease, identity, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  /** A request that takes longer leaves no time for a second one before the renewal is due. */
  Duration patience() {
    return renewal.dividedBy(3);
  }
}
