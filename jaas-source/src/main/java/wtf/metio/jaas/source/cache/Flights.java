// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;

/**
 * Work that several want is done once.
 *
 * <p>It belongs to none of them: it runs on a thread of its own and goes on when the one who began
 * it leaves. When the last one has left it is cancelled.
 *
 * @param <V> what the work yields
 */
public final class Flights<V extends Flights.Cargo> {

  /** What work yields: closed when everybody who waited for it has left. */
  public interface Cargo extends AutoCloseable {

    @Override
    void close();
  }

  private static final class Flight<V> {

    private final CancellationSwitch unwanted = new CancellationSwitch();
    private final CompletableFuture<V> landing = new CompletableFuture<>();
    private int passengers;
  }

  private final Map<String, Flight<V>> running = new HashMap<>();
  private final Executor executor;

  /**
   * No work yet.
   *
   * @param executor runs each work on a thread that may block
   */
  public Flights(Executor executor) {
    this.executor = executor;
  }

  /**
   * Waits for what the work yields, and begins the work if nobody did.
   *
   * @param key equal for equal work
   * @param take makes what the caller keeps, while the yield is still open
   * @return empty if the cancellation came first
   */
  public <R> Optional<R> join(
      String key, Function<Cancellation, V> work, Function<V, R> take, Cancellation cancellation) {
    var flight = board(key, work);
    try {
      return awaited(flight, cancellation)
          ? Optional.of(take.apply(landed(flight)))
          : Optional.empty();
    } finally {
      leave(key, flight);
    }
  }

  private Flight<V> board(String key, Function<Cancellation, V> work) {
    Flight<V> flight;
    boolean begins;
    synchronized (running) {
      begins = !running.containsKey(key);
      flight = running.computeIfAbsent(key, _ -> new Flight<>());
      flight.passengers++;
    }
    if (begins) {
      start(key, flight, work);
    }
    return flight;
  }

  private void start(String key, Flight<V> flight, Function<Cancellation, V> work) {
    try {
      var _ =
          CompletableFuture.supplyAsync(() -> work.apply(flight.unwanted), executor)
              .handle((cargo, failure) -> land(key, flight, cargo, failure));
    } catch (RejectedExecutionException e) {
      land(key, flight, null, e);
    }
  }

  private boolean land(
      String key, Flight<V> flight, @Nullable V cargo, @Nullable Throwable failure) {
    synchronized (running) {
      running.remove(key, flight);
    }
    return cargo == null
        ? flight.landing.completeExceptionally(
            failure == null ? new IllegalStateException("work yields something") : failure)
        : flight.landing.complete(cargo);
  }

  private static boolean awaited(Flight<?> flight, Cancellation cancellation) {
    var given = new CompletableFuture<Boolean>();
    try (var _ = cancellation.onRequest(() -> given.complete(true))) {
      var _ = CompletableFuture.anyOf(flight.landing, given).handle((_, _) -> true).join();
    }
    return flight.landing.isDone();
  }

  private static <V> V landed(Flight<V> flight) {
    try {
      return flight.landing.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  private void leave(String key, Flight<V> flight) {
    synchronized (running) {
      if (--flight.passengers > 0) {
        return;
      }
      running.remove(key, flight);
    }
    flight.unwanted.cancel();
    var _ = flight.landing.thenAccept(Cargo::close);
  }
}
