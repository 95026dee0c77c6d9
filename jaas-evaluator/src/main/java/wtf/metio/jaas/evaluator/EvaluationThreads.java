// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads with a big stack, kept for the next evaluation.
 *
 * <p>There are as many as there are evaluations at a time; whoever hands work in has a permit. A
 * thread whose work may have used its stack deeply is not used again, since only the end of a
 * thread gives the memory of its stack back.
 */
public final class EvaluationThreads implements AutoCloseable {

  /** Work for such a thread. */
  interface Work {

    /** Does the work; never throws. Returns whether the thread may be used again. */
    boolean run();
  }

  private static final AtomicLong COUNT = new AtomicLong();

  private final Duration keptIdle;

  /** Guards {@link #idle} and {@link #closed}; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Deque<Worker> idle = new ArrayDeque<>();
  private boolean closed;

  /** Threads that end after so long without work. */
  public EvaluationThreads(Duration keptIdle) {
    this.keptIdle = keptIdle;
  }

  /** Runs the work on a thread with at least this stack, now. */
  void run(long stackBytes, Work work) {
    var worker = idleWorker(stackBytes);
    if (worker == null) {
      worker = new Worker(stackBytes);
      worker.inbox.add(work);
      start(worker);
    } else {
      worker.inbox.add(work);
    }
  }

  /** How many wait for work. */
  int idle() {
    lock.lock();
    try {
      return idle.size();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the idle threads at once and the others after their work. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      idle.forEach(worker -> worker.inbox.add(() -> false));
      idle.clear();
    } finally {
      lock.unlock();
    }
  }

  private void start(Worker worker) {
    var name = "evaluation-" + COUNT.incrementAndGet();
    var thread = new Thread(null, worker, name, worker.stackBytes);
    thread.setDaemon(true);
    thread.start();
  }

  private @Nullable Worker idleWorker(long stackBytes) {
    lock.lock();
    try {
      var worker = idle.peekFirst();
      if (worker == null || worker.stackBytes < stackBytes) {
        return null;
      }
      return idle.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  private boolean park(Worker worker) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      idle.addFirst(worker);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean unpark(Worker worker) {
    lock.lock();
    try {
      return idle.remove(worker);
    } finally {
      lock.unlock();
    }
  }

  /** One thread; idle ones are those whose inbox nobody fills. */
  private final class Worker implements Runnable {

    private final long stackBytes;
    private final BlockingQueue<Work> inbox = new ArrayBlockingQueue<>(1);

    Worker(long stackBytes) {
      this.stackBytes = stackBytes;
    }

    @Override
    public void run() {
      var work = inbox.poll();
      while (work != null && work.run() && park(this)) {
        work = next();
      }
    }

    private @Nullable Work next() {
      try {
        var work = inbox.poll(keptIdle.toNanos(), TimeUnit.NANOSECONDS);
        // If somebody took this worker a moment ago, its work is on the way.
        return work != null || unpark(this) ? work : inbox.take();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return unpark(this) ? null : inbox.poll();
      }
    }
  }
}
