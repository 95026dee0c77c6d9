// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wtf.metio.jaas.domain.artifact.Fence;

/** Tells of terms on a thread of its own, so that nothing done there delays a renewal. */
final class Terms implements AutoCloseable {

  private final Leadership leadership;
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("leadership").daemon().factory());
  private Future<?> beginning = CompletableFuture.completedFuture(null);
  private Future<?> ending = CompletableFuture.completedFuture(null);

  Terms(Leadership leadership) {
    this.leadership = leadership;
  }

  void begin(Fence fence) {
    beginning = teller.submit(() -> leadership.begin(fence));
  }

  /** Why the term could not begin; a leader that does nothing must not keep the lease. */
  Optional<String> failure() {
    return beginning.state() == Future.State.FAILED
        ? Optional.of(beginning.exceptionNow().toString())
        : Optional.empty();
  }

  void end() {
    ending = teller.submit(leadership::end);
  }

  /**
   * Waits until the last term is over; false if it is not within a time. Whoever is interrupted
   * waits no longer: the fence is what holds.
   */
  boolean awaitEnd(Duration patience) {
    try {
      ending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException _) {
      // It did what it could; the fence is closed, and that is what holds.
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    teller.shutdown();
  }
}
