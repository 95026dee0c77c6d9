// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Edits the snippets of a team all the time, one here and one there. */
final class Load implements AutoCloseable {

  private final Team team;
  private final Duration pause;
  private final AtomicInteger edits = new AtomicInteger();
  private final Thread thread;
  private volatile boolean closed;

  Load(Team team, Duration pause) {
    this.team = team;
    this.pause = pause;
    this.thread = Thread.ofVirtual().name("load").start(this::run);
  }

  /** How many so far. */
  int edits() {
    return edits.get();
  }

  private void run() {
    while (!closed) {
      int number = ThreadLocalRandom.current().nextInt(team.size());
      if (team.tryEdit(number, "load-" + edits.get())) {
        edits.incrementAndGet();
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
