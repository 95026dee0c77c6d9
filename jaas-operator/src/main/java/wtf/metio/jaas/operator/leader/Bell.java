// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread wait for time, for something to happen, or for the end. */
final class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean rung;
  private boolean stopped;

  /** Something happened. */
  void ring() {
    lock.lock();
    try {
      rung = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** It is over: nobody waits from now on. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it rings, also if it did since it was last waited for; at most for a time. */
  void await(Duration longest) {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (!rung && !stopped && left > 0) {
        left = changed.awaitNanos(left);
      }
      rung = false;
    } catch (InterruptedException _) {
      // Whoever interrupts wants the end; it is reached in good order.
      stopped = true;
    } finally {
      lock.unlock();
    }
  }
}
