// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EvaluationThreadsTest {

  private static final long STACK = 1 << 20;

  private final EvaluationThreads threads = new EvaluationThreads(Duration.ofMinutes(1));

  @AfterEach
  void close() {
    threads.close();
  }

  /** Runs work and returns its thread, once it is idle if it may be used again. */
  private Thread worker(long stack, boolean reusable) {
    var worker = new CompletableFuture<Thread>();
    threads.run(
        stack,
        () -> {
          worker.complete(Thread.currentThread());
          return reusable;
        });
    return worker.join();
  }

  private void awaitIdle(int count) {
    while (threads.idle() != count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aThreadIsUsedAgain() {
    var first = worker(STACK, true);
    awaitIdle(1);

    assertThat(worker(STACK, true)).isSameAs(first);
  }

  @Test
  void aThreadThatWentDeepIsNotUsedAgain() throws InterruptedException {
    var deep = worker(STACK, false);
    deep.join();

    assertThat(worker(STACK, true)).isNotSameAs(deep);
  }

  @Test
  void whoNeedsALargerStackGetsAnotherThread() {
    var small = worker(STACK, true);
    awaitIdle(1);

    assertThat(worker(2 * STACK, true)).isNotSameAs(small);
  }

  @Test
  void theStackIsAsLargeAsAsked() {
    var depth = new CompletableFuture<Integer>();
    threads.run(
        512L << 20,
        () -> {
          depth.complete(recurse(0));
          return false;
        });

    assertThat(depth.join()).isEqualTo(1_000_000);
  }

  private static int recurse(int depth) {
    return depth == 1_000_000 ? depth : recurse(depth + 1);
  }

  @Test
  void twoPiecesOfWorkRunSideBySide() {
    var both = new CountDownLatch(2);
    EvaluationThreads.Work meet =
        () -> {
          both.countDown();
          try {
            both.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return true;
        };
    threads.run(STACK, meet);
    threads.run(STACK, meet);

    awaitIdle(2);
  }

  @Test
  void anIdleThreadEndsAfterItsTime() throws InterruptedException {
    try (var impatient = new EvaluationThreads(Duration.ofMillis(1))) {
      var worker = new CompletableFuture<Thread>();
      impatient.run(
          STACK,
          () -> {
            worker.complete(Thread.currentThread());
            return true;
          });

      worker.join().join();
      assertThat(impatient.idle()).isZero();
    }
  }

  @Test
  void workIsNotLostAtTheMomentAThreadEnds() {
    try (var impatient = new EvaluationThreads(Duration.ofNanos(1))) {
      for (int i = 0; i < 2000; i++) {
        var done = new CompletableFuture<Boolean>();
        impatient.run(STACK, () -> done.complete(true));
        assertThat(done.join()).isTrue();
      }
    }
  }

  @Test
  void closingEndsIdleThreads() throws InterruptedException {
    var idle = worker(STACK, true);
    awaitIdle(1);

    threads.close();

    idle.join();
  }

  @Test
  void closingEndsBusyThreadsAfterTheirWork() throws InterruptedException {
    var release = new CountDownLatch(1);
    var worker = new CompletableFuture<Thread>();
    threads.run(
        STACK,
        () -> {
          worker.complete(Thread.currentThread());
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return true;
        });
    var busy = worker.join();
    threads.close();
    assertThat(busy.isAlive()).isTrue();
    release.countDown();

    busy.join();
  }
}
