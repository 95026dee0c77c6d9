// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.Cancellation;

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

  /** Who has no deadline looks up from time to time all the same. */
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  /** Guards the fields below; nothing but waking threads up is done under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final TurnOrder order = new TurnOrder(LENGTH);
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
   * Waits in line for a first turn, but neither longer than the deadline nor than the cancellation
   * allows: who has no turn then goes on without one, and is expected to end by itself.
   */
  public Turn begin(Caller caller, Deadline deadline, Cancellation cancellation) {
    var turn = new Turn(caller, deadline, cancellation);
    turn.begin();
    return turn;
  }

  /** How many callers have evaluations under way. */
  int callers() {
    lock.lock();
    try {
      return order.callers();
    } finally {
      lock.unlock();
    }
  }

  /** The turns of one evaluation, on its thread. */
  public final class Turn implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final Deadline deadline;
    private final Cancellation cancellation;
    private final Cancellation.Registration alarm;
    private final TurnOrder.Member member;
    private long begun;
    private volatile boolean computing;

    private Turn(Caller caller, Deadline deadline, Cancellation cancellation) {
      this.deadline = deadline;
      this.cancellation = cancellation;
      alarm = cancellation.onRequest(() -> LockSupport.unpark(thread));
      lock.lock();
      try {
        member = order.enter(caller, this::wake);
      } finally {
        lock.unlock();
      }
    }

    /** Lets somebody else compute if this turn was long enough and somebody waits. */
    public void pass() {
      if (computing && System.nanoTime() - begun > LENGTH.toNanos() && !goesOn()) {
        await();
      }
    }

    /** Ends the last turn. */
    @Override
    public void close() {
      alarm.close();
      lock.lock();
      try {
        if (computing) {
          end();
        }
        order.exit(member);
      } finally {
        lock.unlock();
      }
    }

    private void begin() {
      lock.lock();
      try {
        if (free > 0) {
          free--;
          order.grant(member);
          computing = true;
        } else {
          order.queue(member);
        }
      } finally {
        lock.unlock();
      }
      await();
    }

    private boolean goesOn() {
      lock.lock();
      try {
        if (order.isLineEmpty()) {
          long now = System.nanoTime();
          order.settle(member, now - begun);
          order.grant(member);
          begun = now;
          return true;
        }
        order.settle(member, System.nanoTime() - begun);
        order.queue(member);
        computing = false;
        wakeNext();
        return false;
      } finally {
        lock.unlock();
      }
    }

    private void end() {
      order.settle(member, System.nanoTime() - begun);
      computing = false;
      wakeNext();
    }

    private void wakeNext() {
      var next = order.next();
      if (next == null) {
        free++;
      } else {
        next.wake().run();
      }
    }

    private void wake() {
      computing = true;
      LockSupport.unpark(thread);
    }

    private void await() {
      while (!computing && !givenUp()) {
        LockSupport.parkNanos(deadline.leftAtMost(LONGEST_NAP).toNanos());
      }
      if (!computing) {
        leaveLine();
      }
      begun = System.nanoTime();
    }

    private boolean givenUp() {
      return cancellation.requested() || deadline.passed() || thread.isInterrupted();
    }

    // Who gave up may have been chosen in the same moment; then it computes, and ends by itself.
    private void leaveLine() {
      lock.lock();
      try {
        order.leave(member);
      } finally {
        lock.unlock();
      }
    }
  }
}
