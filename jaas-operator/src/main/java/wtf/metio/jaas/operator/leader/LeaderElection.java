// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Clock;
import wtf.metio.jaas.operator.kube.KubeConnection;

/** Decides who of several replicas writes. */
public sealed interface LeaderElection permits LeaseElection, SoleWriter {

  /** By a lease: at any moment at most one replica has a fence that is open. */
  static LeaderElection over(KubeConnection connection, LeaseOptions options, Clock clock) {
    return new LeaseElection(options, KubeLeaseStore.of(connection, options), Clocks.of(clock));
  }

  /** Not at all: this process writes until it stops, and whoever runs it keeps it alone. */
  static LeaderElection none() {
    return new SoleWriter();
  }

  /** Begins to campaign, once. An API server that is away is waited for. */
  void start(Leadership leadership, LeaderListener listener);

  /**
   * Ends the term if there is one, then lets go of the lease so that another replica takes over at
   * once. A term that does not end within a second is cut off by its fence. Returns when that is
   * done, or cannot be done; may be called more than once, by any thread.
   */
  void stop();
}
