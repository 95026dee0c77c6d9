// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import wtf.metio.jaas.domain.evaluation.Cancellation;

/** Lets a few in at a time; the others wait in line. Any number of threads may come at once. */
public final class Gate {

  private final Queue<CompletableFuture<Boolean>> line = new ArrayDeque<>();
  private int free;

  /** A gate for this many at a time. */
  public Gate(int places) {
    this.free = places;
  }

  /**
   * Waits for a place.
   *
   * @return false if the cancellation came first; else the caller leaves in the end
   */
  public boolean enter(Cancellation cancellation) {
    var place = new CompletableFuture<Boolean>();
    synchronized (this) {
      if (free > 0) {
        free--;
        return true;
      }
      line.add(place);
    }
    try (var _ = cancellation.onRequest(() -> place.complete(false))) {
      return place.join();
    }
  }

  /** Gives a place back, to whoever waits longest and still wants it. */
  public synchronized void leave() {
    for (var next = line.poll(); next != null; next = line.poll()) {
      if (next.complete(true)) {
        return;
      }
    }
    free++;
  }
}
