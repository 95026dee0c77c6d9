// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HeapGuardTest {

  private final FakeHeap heap = new FakeHeap();
  private final HeapGuard guard = new HeapGuard(heap);
  private final Evaluating one = new Evaluating();
  private final Evaluating two = new Evaluating();

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  @Test
  void whileThereIsRoomNothingIsCollectedAndAllGoOn() {
    heap.garbage = 500;

    assertThat(one.goesOn()).isTrue();
    assertThat(heap.collections).isZero();
  }

  @Test
  void garbageAloneEndsNobody() {
    one.allocates(900);
    heap.garbage = 900;

    assertThat(one.goesOn()).isTrue();
    assertThat(heap.collections).isEqualTo(1);
    assertThat(guard.ended()).isZero();
  }

  @Test
  void theOneThatTookMostEndsAndTheOthersGoOn() {
    one.allocates(500);
    one.holds(500);
    two.allocates(400);
    two.holds(400);

    var waiting = two.asks();
    // It is told when it asks next, and its memory is garbage once it has left.
    while (!one.ticket.hasToGo()) {
      Thread.onSpinWait();
    }
    assertThat(one.goesOn()).isFalse();
    one.leaves();

    assertThat(waiting.join()).isTrue();
    assertThat(guard.ended()).isEqualTo(1);
  }

  @Test
  void theOneThatAsksMayBeTheOne() {
    one.allocates(900);
    one.holds(900);

    assertThat(one.goesOn()).isFalse();
    assertThat(one.goesOn()).isFalse();
  }

  @Test
  void whoTookLittleIsNotEndedForAHeapThatOthersFilled() {
    one.allocates(10);
    heap.baseline = 950;

    assertThat(one.goesOn()).isTrue();
    assertThat(guard.ended()).isZero();
  }

  @Test
  void whatAThreadAllocatedBeforeItsEvaluationDoesNotCount() {
    one.leaves();
    one.allocates(10_000);
    one.enters();
    heap.baseline = 950;

    assertThat(one.goesOn()).isTrue();
  }

  @Test
  void whoDoesNotLookUpIsNotWaitedForWithoutEnd() {
    one.allocates(500);
    one.holds(500);
    two.allocates(400);
    two.holds(400);

    while (two.goesOn()) {
      Thread.onSpinWait();
    }
    assertThat(guard.ended()).isEqualTo(2);
  }

  @Test
  void oneIsEndedHoweverManyAsk() {
    var third = new Evaluating();
    one.allocates(500);
    one.holds(500);
    two.allocates(200);
    two.holds(200);
    third.allocates(200);
    third.holds(200);

    var waiting = two.asks();
    var alsoWaiting = third.asks();
    while (!one.ticket.hasToGo()) {
      Thread.onSpinWait();
    }
    one.leaves();

    assertThat(waiting.join()).isTrue();
    assertThat(alsoWaiting.join()).isTrue();
    assertThat(guard.ended()).isEqualTo(1);
    third.close();
  }

  @Test
  void aPieceThatFitsIsGranted() {
    assertThat(one.is(() -> one.ticket.grants(600))).isTrue();
  }

  @Test
  void aPieceThatCanNeverFitIsRefusedWithoutACollection() {
    assertThat(one.is(() -> one.ticket.grants(700))).isFalse();
    assertThat(heap.collections).isZero();
    assertThat(one.goesOn()).isTrue();
  }

  @Test
  void piecesThatWerePromisedCountUntilTheyAreSeen() {
    assertThat(one.is(() -> one.ticket.grants(500))).isTrue();
    assertThat(two.is(() -> two.ticket.grants(400))).isFalse();

    assertThat(one.goesOn()).isFalse();
  }

  @Test
  void aPieceThatWasMadeCountsOnce() {
    assertThat(one.is(() -> one.ticket.grants(500))).isTrue();
    one.allocates(500);
    one.holds(500);

    assertThat(one.goesOn()).isTrue();
    assertThat(one.is(() -> one.ticket.grants(100))).isTrue();
    assertThat(heap.collections).isZero();
  }

  @Test
  void aPromiseEndsWithItsEvaluation() {
    assertThat(one.is(() -> one.ticket.grants(500))).isTrue();
    one.leaves();

    assertThat(two.is(() -> two.ticket.grants(600))).isTrue();
    assertThat(heap.collections).isZero();
  }

  /** A heap of a thousand bytes that does what the test says. */
  private static final class FakeHeap implements Heap {

    private final Map<Long, Long> allocated = new ConcurrentHashMap<>();
    private final Map<Evaluating, Long> held = new ConcurrentHashMap<>();
    private volatile long baseline;
    private volatile long garbage;
    private volatile int collections;

    @Override
    public long maximum() {
      return 1000;
    }

    @Override
    public long used() {
      return baseline + garbage + held.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void collect() {
      collections++;
      garbage = 0;
    }

    @Override
    public long allocatedBy(long threadId) {
      return allocated.getOrDefault(threadId, 0L);
    }
  }

  /** An evaluation on a thread of its own. */
  private final class Evaluating {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private HeapTicket ticket;

    Evaluating() {
      enters();
    }

    void enters() {
      ticket = is(guard::admit);
    }

    void leaves() {
      heap.held.remove(this);
      is(
          () -> {
            ticket.close();
            return true;
          });
    }

    void allocates(long bytes) {
      is(() -> heap.allocated.merge(Thread.currentThread().threadId(), bytes, Long::sum));
    }

    void holds(long bytes) {
      heap.held.put(this, bytes);
    }

    boolean goesOn() {
      return asks().join();
    }

    CompletableFuture<Boolean> asks() {
      return CompletableFuture.supplyAsync(() -> ticket.mayGoOn(), thread);
    }

    <T> T is(Supplier<T> action) {
      return CompletableFuture.supplyAsync(action, thread).join();
    }

    void close() {
      thread.close();
    }
  }

  @Test
  void manyWhoAskAtOnceAreAllAnswered() throws InterruptedException {
    heap.garbage = 900;
    var answered = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      Thread.ofPlatform()
          .start(
              () -> {
                try (var ticket = guard.admit()) {
                  if (ticket.mayGoOn()) {
                    answered.countDown();
                  }
                }
              });
    }

    answered.await();
    assertThat(heap.collections).isEqualTo(1);
  }
}
