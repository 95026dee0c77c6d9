// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.operator.leader.Clocks.Moment;

/**
 * One term of leading, and the fence of all that is written in it.
 *
 * <p>The fence is open while the last renewal is fresh, counted from when it was <em>sent</em>:
 * whoever waits for the lease to expire counts from later. If this process was stopped for a while,
 * it finds the fence closed before it can do anything else.
 */
final class Term implements Fence {

  private final Clocks clocks;
  private final Duration renewal;
  private volatile Moment renewed;
  private volatile boolean closed;

  Term(Clocks clocks, Duration renewal, Moment acquired) {
    this.clocks = clocks;
    this.renewal = renewal;
    this.renewed = acquired;
  }

  @Override
  public boolean open() {
    return !closed && clocks.within(renewal, renewed);
  }

  /** Takes in a renewal. */
  void renewed(Moment sent) {
    renewed = sent;
  }

  /** How long until a renewal comes too late; zero or less if it does already. */
  Duration left() {
    return renewal.minus(clocks.since(renewed));
  }

  /** Closes the fence for good. */
  void close() {
    closed = true;
  }
}
