// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkQueueTest {

  private final SteppingClock clock = new SteppingClock();
  private final WorkQueue<String> queue = new WorkQueue<>(clock, key -> key.substring(0, 1), 4);

  @Test
  void whatIsAskedForTwiceIsDoneOnce() {
    queue.add("a", Lane.CHANGE);
    queue.add("a", Lane.CHANGE);

    assertThat(drained()).containsExactly("a");
  }

  @Test
  void whatIsAskedForWhileUnderWayIsDoneAgainAfterwardsAndNotBefore() {
    queue.add("a", Lane.CHANGE);
    queue.poll();
    queue.add("a", Lane.CHANGE);

    assertThat(queue.poll()).isEmpty();
    queue.done("a");
    assertThat(drained()).containsExactly("a");
  }

  @Test
  void whatIsDueLaterWaitsForItsTime() {
    queue.add("a", Lane.CHECK, clock.instant().plusSeconds(10));

    assertThat(queue.poll()).isEmpty();
    assertThat(queue.nextDue()).contains(clock.instant().plusSeconds(10));
    clock.pass(Duration.ofSeconds(10));
    assertThat(drained()).containsExactly("a");
  }

  @Test
  void theEarlierOfTwoWishesCounts() {
    queue.add("a", Lane.CHECK, clock.instant().plusSeconds(10));
    queue.add("a", Lane.RETRY, clock.instant().plusSeconds(5));
    queue.add("a", Lane.CHECK, clock.instant().plusSeconds(20));

    clock.pass(Duration.ofSeconds(5));
    assertThat(drained()).containsExactly("a");
    clock.pass(Duration.ofSeconds(60));
    assertThat(drained()).isEmpty();
  }

  @Test
  void aChangeComesBeforeCheckAndRetry() {
    queue.add("retry", Lane.RETRY);
    queue.add("check", Lane.CHECK);
    queue.add("change", Lane.CHANGE);

    assertThat(drained()).containsExactly("change", "check", "retry");
  }

  @Test
  void aChangeOvertakesTheRetryOfTheSameThing() {
    queue.add("x", Lane.CHANGE);
    queue.add("a", Lane.RETRY);
    queue.add("a", Lane.CHANGE);
    queue.add("b", Lane.CHECK);

    assertThat(drained()).containsExactly("x", "a", "b");
  }

  @Test
  void groupsTakeTurns() {
    List.of("a1", "a2", "a3", "b1").forEach(key -> queue.add(key, Lane.CHANGE));

    assertThat(drained()).containsExactly("a1", "b1", "a2", "a3");
  }

  @Test
  void retriesTakeHalfOfThePlacesAtTheMost() {
    List.of("a", "b", "c").forEach(key -> queue.add(key, Lane.RETRY));

    assertThat(queue.poll()).isPresent();
    assertThat(queue.poll()).isPresent();
    assertThat(queue.poll()).isEmpty();
    queue.done("a");
    assertThat(queue.poll()).map(Turn::key).contains("c");
  }

  @Test
  void theLeastPressingLaneIsNotStarved() {
    queue.add("z", Lane.RETRY);
    for (int i = 0; i < 20; i++) {
      queue.add("a" + i, Lane.CHANGE);
    }

    assertThat(drained().indexOf("z")).isEqualTo(7);
  }

  @Test
  void whatIsForgottenIsNotDone() {
    queue.add("a", Lane.CHANGE);
    queue.add("b", Lane.CHECK, clock.instant().plusSeconds(1));
    queue.forget("a");
    queue.forget("b");
    clock.pass(Duration.ofSeconds(1));

    assertThat(drained()).isEmpty();
    assertThat(queue.numbers()).isEqualTo(new WorkQueue.Numbers(0, 0));
  }

  @Test
  void aTurnTellsHowLongItWaited() {
    queue.add("a", Lane.CHANGE);
    clock.pass(Duration.ofSeconds(3));

    assertThat(queue.poll()).contains(new Turn<>("a", Lane.CHANGE, Duration.ofSeconds(3)));
  }

  @Test
  @Timeout(60)
  void aCrowdOfWorkersLosesNoChangeAndNeverWorksOnOneThingTwiceAtATime() throws Exception {
    var busy = new ConcurrentHashMap<String, Boolean>();
    var seen = new ConcurrentHashMap<String, Integer>();
    var newest = new ConcurrentHashMap<String, Integer>();
    var collisions = new AtomicInteger();
    var workers =
        new Workers<String>(
            queue,
            turn -> {
              if (busy.putIfAbsent(turn.key(), true) != null) {
                collisions.incrementAndGet();
              }
              seen.put(turn.key(), newest.get(turn.key()));
              Thread.yield();
              busy.remove(turn.key());
            },
            (_, _) -> {});
    workers.start("crowd", 4);
    var random = new Random(7);
    for (int change = 0; change < 20_000; change++) {
      var key = "k" + random.nextInt(50);
      newest.put(key, change);
      queue.add(key, Lane.CHANGE);
    }
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!queue.numbers().equals(new WorkQueue.Numbers(0, 0)) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }

    assertThat(workers.stop(Duration.ofSeconds(10))).isTrue();
    assertThat(collisions).hasValue(0);
    assertThat(seen).isEqualTo(newest);
  }

  @Test
  @Timeout(60)
  void stoppingWaitsForWhatIsUnderWayAndBeginsNothing() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var done = new ArrayList<String>();
    var workers =
        new Workers<String>(
            queue,
            turn -> {
              begun.countDown();
              awaitUninterrupted(mayEnd);
              done.add(turn.key());
            },
            (_, _) -> {});
    queue.add("a", Lane.CHANGE);
    workers.start("one", 1);
    begun.await();
    queue.add("b", Lane.CHANGE);

    assertThat(workers.stop(Duration.ofMillis(20))).isFalse();
    mayEnd.countDown();
    assertThat(workers.stop(Duration.ofSeconds(30))).isTrue();
    assertThat(done).containsExactly("a");
  }

  @Test
  void aDefectEndsOneTurnOnly() {
    var defects = new ArrayList<String>();
    var done = new ArrayList<String>();
    var workers =
        new Workers<String>(
            queue,
            turn -> {
              if (turn.key().equals("a")) {
                throw new IllegalStateException("broken");
              }
              done.add(turn.key());
            },
            (key, defect) -> defects.add(key + ": " + defect.getMessage()));
    queue.add("a", Lane.CHANGE);
    queue.add("b", Lane.CHANGE);

    assertThat(workers.runDue()).isEqualTo(2);
    assertThat(defects).containsExactly("a: broken");
    assertThat(done).containsExactly("b");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> drained() {
    var keys = new ArrayList<String>();
    for (var turn = queue.poll(); turn.isPresent(); turn = queue.poll()) {
      keys.add(turn.get().key());
      queue.done(turn.get().key());
    }
    return keys;
  }
}
