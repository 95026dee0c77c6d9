// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Threads that take turns from a queue. */
public final class Workers<K> {

  private final WorkQueue<K> queue;
  private final Consumer<Turn<K>> job;
  private final BiConsumer<K, Throwable> onDefect;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Workers that have not begun.
   *
   * @param job does one turn; what it cannot do is no reason to throw
   * @param onDefect hears of a turn that ended with an exception; the next one begins all the same
   */
  public Workers(WorkQueue<K> queue, Consumer<Turn<K>> job, BiConsumer<K, Throwable> onDefect) {
    this.queue = queue;
    this.job = job;
    this.onDefect = onDefect;
  }

  /** Begins with this many threads. */
  public void start(String name, int count) {
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().name(name + '-', i).daemon().start(this::work));
    }
  }

  /**
   * Begins no more turns and waits for those under way.
   *
   * @return whether all ended in time; those that did not go on
   */
  public boolean stop(Duration patience) throws InterruptedException {
    queue.close();
    long end = System.nanoTime() + patience.toNanos();
    boolean ended = true;
    for (var thread : threads) {
      long left = Math.max(1, end - System.nanoTime());
      ended &= thread.join(Duration.ofNanos(left));
    }
    return ended;
  }

  /** Does what is due now, on the calling thread; how many turns that were. */
  public int runDue() {
    int done = 0;
    for (var turn = queue.poll(); turn.isPresent(); turn = queue.poll()) {
      run(turn.get());
      done++;
    }
    return done;
  }

  private void work() {
    try {
      for (var turn = queue.take(); turn.isPresent(); turn = queue.take()) {
        run(turn.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Turn<K> turn) {
    try {
      job.accept(turn);
    } catch (RuntimeException | Error defect) {
      onDefect.accept(turn.key(), defect);
    } finally {
      queue.done(turn.key());
    }
  }
}
