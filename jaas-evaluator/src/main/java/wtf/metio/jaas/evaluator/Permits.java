// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many evaluations run at a time.
 *
 * <p>Every method may be called by any thread and none waits.
 */
public final class Permits {

  private final int maximum;
  private final int places;
  private final int maxWaiting;
  private final LongAdder rejected = new LongAdder();

  /** Guards {@link #inUse} and {@link #waiting}; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Deque<CompletableFuture<Permit>> waiting = new ArrayDeque<>();
  private int inUse;

  private Permits(int maximum, int places, int maxWaiting) {
    this.maximum = maximum;
    this.places = places;
    this.maxWaiting = maxWaiting;
  }

  /** At most so many; one more is turned away. */
  public static Permits turningAwayBeyond(int maximum) {
    if (maximum < 1) {
      throw new IllegalArgumentException("there is no place for anybody");
    }
    return new Permits(maximum, maximum, 0);
  }

  /**
   * Nobody is turned away. So many run at a time nevertheless, because each has a thread with a big
   * stack; the others wait in line.
   */
  public static Permits lettingWaitBeyond(int places) {
    return new Permits(0, places, Integer.MAX_VALUE);
  }

  /**
   * As many as the option {@code --max-concurrent-evals} says.
   *
   * @param configured zero for no gate
   * @param processors of this machine
   */
  public static Permits configured(int configured, int processors) {
    return configured == 0
        ? lettingWaitBeyond(Math.max(16 * processors, 64))
        : turningAwayBeyond(configured);
  }

  /** What {@code --max-concurrent-evals} is if nobody says: four a processor, at least 16. */
  public static int defaultMaximum(int processors) {
    return Math.max(4 * processors, 16);
  }

  /**
   * Asks for a permit.
   *
   * @return empty if the caller is turned away; else completed once there is a place. Who does not
   *     want to wait any longer says so to {@link #leave}.
   */
  Optional<CompletableFuture<Permit>> request() {
    lock.lock();
    try {
      if (inUse < places) {
        inUse++;
        return Optional.of(CompletableFuture.completedFuture(new Permit()));
      }
      if (waiting.size() >= maxWaiting) {
        rejected.increment();
        return Optional.empty();
      }
      var place = new CompletableFuture<Permit>();
      waiting.addLast(place);
      return Optional.of(place);
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the line; a permit that came in the same moment is given back. */
  static void leave(CompletableFuture<Permit> place) {
    if (!place.cancel(false) && !place.isCancelled()) {
      place.join().close();
    }
  }

  /** How many run now. */
  public int inUse() {
    lock.lock();
    try {
      return inUse;
    } finally {
      lock.unlock();
    }
  }

  /** How many may run at most; zero if nobody is turned away. */
  public int maximum() {
    return maximum;
  }

  /** How many were turned away so far. */
  public long rejected() {
    return rejected.sum();
  }

  private void passOn() {
    var permit = new Permit();
    CompletableFuture<Permit> next;
    do {
      next = nextInLine();
      // One that was cancelled meanwhile does not take it, so the one behind gets it.
    } while (next != null && !next.complete(permit));
  }

  private @Nullable CompletableFuture<Permit> nextInLine() {
    lock.lock();
    try {
      var next = waiting.pollFirst();
      if (next == null) {
        inUse--;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** The right to run. Belongs to the evaluation, not to its caller. */
  final class Permit implements AutoCloseable {

    private final AtomicBoolean closed = new AtomicBoolean();

    /** Gives it back; again it has no effect. */
    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        passOn();
      }
    }
  }
}
