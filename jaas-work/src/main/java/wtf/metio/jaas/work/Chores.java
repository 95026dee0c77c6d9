// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What is done again and again, one thing at a time. */
public final class Chores {

  /** After a mistake of ours a chore is not given up. */
  private static final Duration AFTER_DEFECT = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Supplier<Duration>> chores = new ConcurrentHashMap<>();
  private final WorkQueue<String> queue;
  private final Workers<String> workers;

  /**
   * Nothing to do yet.
   *
   * @param onDefect hears of a chore that ended with an exception
   */
  public Chores(InstantSource clock, BiConsumer<String, Throwable> onDefect) {
    this.clock = clock;
    queue = new WorkQueue<>(clock, chore -> chore, 1);
    workers =
        new Workers<>(
            queue,
            turn -> run(turn.key()),
            (name, defect) -> {
              again(name, AFTER_DEFECT);
              onDefect.accept(name, defect);
            });
  }

  /**
   * Adds a chore.
   *
   * @param first how long until it is done for the first time
   * @param chore returns how long until it is done again
   */
  public void add(String name, Duration first, Supplier<Duration> chore) {
    chores.put(name, chore);
    again(name, first);
  }

  /** Does a chore as soon as possible, whenever it was to be done. */
  public void hurry(String name) {
    queue.add(name, Lane.CHANGE);
  }

  /** Begins with a thread of its own. */
  public void start(String name) {
    workers.start(name, 1);
  }

  /** Ends; whether the chore that is being done ended in time. */
  public boolean stop(Duration patience) throws InterruptedException {
    return workers.stop(patience);
  }

  /** Does everything that is due now, on the calling thread; how many chores that were. */
  public int runDue() {
    return workers.runDue();
  }

  private void run(String name) {
    var chore = chores.get(name);
    if (chore != null) {
      again(name, chore.get());
    }
  }

  private void again(String name, Duration pause) {
    queue.add(name, Lane.CHECK, clock.instant().plus(pause));
  }
}
