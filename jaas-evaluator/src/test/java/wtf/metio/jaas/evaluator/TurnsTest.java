// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;

@Timeout(30)
class TurnsTest {

  private static final Caller LONG = Caller.http("long");
  private static final Caller SHORT = Caller.http("short");

  private final Turns turns = new Turns(1);

  private Turns.Turn begin(Caller caller) {
    return turns.begin(caller, Deadline.NEVER, Cancellation.NEVER);
  }

  @Test
  void whoComputesForLongLetsAShortOneThrough() {
    var done = new AtomicBoolean();
    try (var turn = begin(LONG)) {
      Thread.ofPlatform()
          .start(
              () -> {
                begin(SHORT).close();
                done.set(true);
              });
      while (!done.get()) {
        turn.pass();
      }
    }

    assertThat(turns.callers()).isZero();
  }

  @Test
  void neverMoreComputeThanThereAreProcessors() throws InterruptedException {
    var computing = new AtomicInteger();
    var most = new AtomicInteger();
    var ended = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      var caller = Caller.http("caller " + i % 3);
      Thread.ofPlatform()
          .start(
              () -> {
                for (int evaluation = 0; evaluation < 100; evaluation++) {
                  try (var _ = begin(caller)) {
                    most.accumulateAndGet(computing.incrementAndGet(), Math::max);
                    computing.decrementAndGet();
                  }
                }
                ended.countDown();
              });
    }
    ended.await();

    assertThat(most).hasValue(1);
    assertThat(turns.callers()).isZero();
  }

  @Test
  void whoIsCancelledDoesNotWait() {
    var cancellation = new CancellationSwitch();
    try (var _ = begin(LONG)) {
      var left = beginAside(Deadline.NEVER, cancellation);

      cancellation.cancel();

      assertThat(left.join()).isTrue();
    }
  }

  @Test
  void nobodyWaitsBeyondItsDeadline() {
    try (var _ = begin(LONG)) {
      assertThat(beginAside(Deadline.after(Duration.ofMillis(20)), Cancellation.NEVER).join())
          .isTrue();
    }
  }

  @Test
  void whoGaveUpTakesNoTurnFromOthers() {
    try (var _ = begin(LONG)) {
      beginAside(Deadline.after(Duration.ofNanos(1)), Cancellation.NEVER).join();
    }

    begin(SHORT).close();
    assertThat(turns.callers()).isZero();
  }

  private CompletableFuture<Boolean> beginAside(Deadline deadline, Cancellation cancellation) {
    var left = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .start(
            () -> {
              turns.begin(SHORT, deadline, cancellation).close();
              left.complete(true);
            });
    return left;
  }
}
