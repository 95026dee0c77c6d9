// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import java.time.Instant;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Watch;

/** The lease of the operator, as it is seen by others: nobody else writes it. For one thread. */
final class Lease implements AutoCloseable {

  private final Watch watch;
  private long writes;
  private String holder = "";
  private String acquired = "";

  Lease(Cluster cluster) {
    watch = cluster.admin().watch(Resource.LEASES.in(Installation.NAMESPACE));
  }

  /** How often it was written so far. */
  long writes() {
    read();
    return writes;
  }

  /** Since when it is held, by the clock of this machine; waits until it is. */
  Instant taken() {
    Awaiting.until("somebody leads", () -> !holder().isEmpty());
    return Instant.parse(acquired);
  }

  /** Waits until nobody holds it. */
  void awaitFree() {
    Awaiting.until("nobody leads", () -> holder().isEmpty());
  }

  /** Waits until it is written again. */
  void awaitRenewal() {
    long before = writes();
    Awaiting.until("the lease is renewed", () -> writes() > before);
  }

  private String holder() {
    read();
    return holder;
  }

  private void read() {
    for (var event : watch.soFar()) {
      writes++;
      holder = event.object().text("/spec/holderIdentity").orElse("");
      acquired = event.object().text("/spec/acquireTime").orElse("");
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
