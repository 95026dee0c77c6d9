// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets evaluations take turns on the processors.
 *
 * <p>Many evaluations may be under way, but only so many compute at a time; the others wait in line
 * until one of those has had its turn. Without that, a few dozen busy threads leave the threads
 * that answer probes and refuse requests hardly any time.
 *
 * <p>One object serves all threads of the process.
 */
public final class Turns {

  /** Long enough that changing over costs nothing, short enough that nobody waits for long. */
  private static final Duration LENGTH = Duration.ofMillis(5);

  /** How soon somebody in line notices that it need not wait any more. */
  private static final Duration LOOK = Duration.ofMillis(2);

  /** Guards the fields below; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Deque<Turn> line = new ArrayDeque<>();
  private int free;

  /**
   * Turns for a machine.
   *
   * @param processors how many evaluations compute at a time
   */
  public Turns(int processors) {
    free = processors;
  }

  /**
   * Waits in line for a first turn.
   *
   * @param givenUp asked every few milliseconds; true ends the waiting
   */
  public Turn begin(BooleanSupplier givenUp) {
    var turn = new Turn(givenUp);
    turn.await();
    return turn;
  }

  /** The turns of one evaluation, on its thread. */
  public final class Turn implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final BooleanSupplier givenUp;
    private long begun;
    private volatile boolean computing;

    private Turn(BooleanSupplier givenUp) {
      this.givenUp = givenUp;
    }

    /** Lets somebody else compute if this turn was long enough and somebody waits. */
    public void pass() {
      if (computing && System.nanoTime() - begun > LENGTH.toNanos()) {
        if (handOver(true)) {
          await();
        } else {
          begun = System.nanoTime();
        }
      }
    }

    /** Ends the last turn. */
    @Override
    public void close() {
      if (computing) {
        handOver(false);
      }
    }

    private boolean handOver(boolean onlyIfWanted) {
      lock.lock();
      try {
        var next = line.pollFirst();
        if (next == null && onlyIfWanted) {
          return false;
        }
        computing = false;
        if (next == null) {
          free++;
        } else {
          next.computing = true;
          LockSupport.unpark(next.thread);
        }
        return true;
      } finally {
        lock.unlock();
      }
    }

    private void await() {
      queue();
      while (!computing && !givenUp.getAsBoolean() && !thread.isInterrupted()) {
        LockSupport.parkNanos(LOOK.toNanos());
      }
      leaveLine();
      begun = System.nanoTime();
    }

    private void queue() {
      lock.lock();
      try {
        if (free > 0 && line.isEmpty()) {
          free--;
          computing = true;
        } else {
          line.addLast(this);
        }
      } finally {
        lock.unlock();
      }
    }

    // Who gave up may have been chosen in the same moment; then it computes, and ends by itself.
    private void leaveLine() {
      if (!computing) {
        lock.lock();
        try {
          line.remove(this);
        } finally {
          lock.unlock();
        }
      }
    }
  }
}
