// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Leads from start to stop. */
final class SoleWriter implements LeaderElection {

  private static final Duration GRACE = Duration.ofSeconds(1);

  private @Nullable Terms terms;
  private volatile boolean stopped;
  private LeaderListener listener = LeaderListener.NONE;

  @Override
  public synchronized void start(Leadership leadership, LeaderListener told) {
    var only = new Terms(leadership);
    terms = only;
    listener = told;
    only.begin(() -> !stopped);
    told.leads();
  }

  @Override
  public synchronized void stop() {
    var only = terms;
    if (only == null || stopped) {
      return;
    }
    only.end();
    only.awaitEnd(GRACE);
    stopped = true;
    only.close();
    listener.leadsNoMore("This process stops.");
  }
}
