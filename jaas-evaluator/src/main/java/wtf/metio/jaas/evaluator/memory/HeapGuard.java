// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends evaluations before they fill the heap.
 *
 * <p>Every evaluation asks every few ten microseconds, and before it takes a large piece. As long
 * as there is room, the answer costs two reads. When the heap looks full, those who ask wait, one
 * of them collects garbage, and if the heap is really full, the evaluation that took most is ended;
 * the others go on. What an evaluation took is everything it allocated, since nobody can tell what
 * it still holds.
 *
 * <p>An evaluation that took little is never ended for the fault of others: if all took little, the
 * heap is full for another reason and they go on.
 *
 * <p>One guard serves all threads of the process.
 */
public final class HeapGuard {

  /** Above this share of the heap, old garbage included, evaluations wait for a collection. */
  private static final double CROWDED = 0.80;

  /** Above this share after a collection, one has to go. */
  private static final double FULL = 0.65;

  /** Who took less than this share of the heap in total is not the one who filled it. */
  private static final double LITTLE = 1.0 / 16;

  /** How long one that has to go may take to leave until the next one has to. */
  private static final Duration LEAVING = Duration.ofMillis(100);

  /** How long somebody waits for room until it has to look at its deadline again. */
  private static final Duration PATIENCE = Duration.ofMillis(150);

  private final Heap heap;
  private final long crowded;
  private final long full;
  private final long little;

  /** Pieces that were granted and may not be in use yet. */
  private final AtomicLong promised = new AtomicLong();

  private final AtomicLong ended = new AtomicLong();

  /** Guards the list of tickets and who collects; held during a collection. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final List<HeapTicket> tickets = new ArrayList<>();

  /** A guard of the heap of this process. */
  public HeapGuard() {
    this(Heap.OF_THIS_PROCESS);
  }

  HeapGuard(Heap heap) {
    this.heap = heap;
    crowded = (long) (CROWDED * heap.maximum());
    full = (long) (FULL * heap.maximum());
    little = (long) (LITTLE * heap.maximum());
  }

  /** Begins to watch the evaluation on this thread; to be closed at its end, on the same thread. */
  public HeapTicket admit() {
    long thread = Thread.currentThread().threadId();
    var ticket = new HeapTicket(this, thread, heap.allocatedBy(thread));
    lock.lock();
    try {
      tickets.add(ticket);
      return ticket;
    } finally {
      lock.unlock();
    }
  }

  /** How many evaluations were ended so far. */
  public long ended() {
    return ended.get();
  }

  /** Whether there is room now without a collection. */
  boolean hasRoom() {
    return heap.used() + promised.get() < crowded;
  }

  /** Whether a piece could be had if there were nothing else. */
  boolean canEverFit(long bytes) {
    return bytes < full;
  }

  void promise(long bytes) {
    promised.addAndGet(bytes);
  }

  void leave(HeapTicket ticket) {
    lock.lock();
    try {
      tickets.remove(ticket);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for room, and makes it if nobody else does.
   *
   * @return whether there is some; if not, the evaluation has to go, nobody can be blamed, or it
   *     took so long that the evaluation should first look at its deadline
   */
  boolean makeRoom(HeapTicket asking) {
    lock.lock();
    try {
      long patience = PATIENCE.toNanos();
      while (!asking.hasToGo() && !hasRoom() && patience > 0) {
        if (isAnybodyLeaving()) {
          patience = changed.awaitNanos(patience);
        } else if (!collect()) {
          return false;
        }
      }
      return !asking.hasToGo() && hasRoom();
    } catch (InterruptedException _) {
      // Whoever interrupts an evaluation wants it to end.
      asking.end();
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Collects garbage and ends somebody if that was not enough; false if nobody can be blamed. */
  private boolean collect() {
    heap.collect();
    if (heap.used() + promised.get() < full) {
      return true;
    }
    var greediest = greediest();
    greediest.ifPresent(this::end);
    return greediest.isPresent();
  }

  private boolean isAnybodyLeaving() {
    return tickets.stream().anyMatch(HeapTicket::isLeaving);
  }

  private void end(HeapTicket ticket) {
    ticket.end(System.nanoTime() + LEAVING.toNanos());
    ended.incrementAndGet();
    changed.signalAll();
  }

  /** The one that took most of those that may still be ended, if it took more than a little. */
  private Optional<HeapTicket> greediest() {
    return tickets.stream()
        .filter(ticket -> !ticket.hasToGo())
        .max(Comparator.comparingLong(this::taken))
        .filter(ticket -> taken(ticket) > little);
  }

  private long taken(HeapTicket ticket) {
    return heap.allocatedBy(ticket.thread()) - ticket.allocatedBefore() + ticket.promised();
  }
}
