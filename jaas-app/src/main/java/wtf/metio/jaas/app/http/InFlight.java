// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are being worked on. */
final class InFlight {

  /** Guards everything here; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private int count;
  private volatile boolean closing;

  void enter() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      count--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether connections shall be used no more after this answer. */
  boolean isClosing() {
    return closing;
  }

  /** Waits until there is none; false if the patience ended first. */
  boolean awaitNone(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closing = true;
      long left = patience.toNanos();
      while (count > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return count == 0;
    } finally {
      lock.unlock();
    }
  }
}
