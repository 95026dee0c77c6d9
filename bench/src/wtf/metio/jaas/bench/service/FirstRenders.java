// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import wtf.metio.jaas.bench.Spread;

/**
 * How long a service that has just started takes for the same answer, again and again; of several
 * starts, since what the compilers do at the same time differs from one to the next.
 */
final class FirstRenders {

  private static final int EARLY = 15;
  private static final int SOON = 25;
  private static final int WARM = 200;

  private final List<List<Duration>> starts = new ArrayList<>();

  /** Asks one request after the other, until there are enough or the patience ends. */
  void add(URI address, int requests, Duration patience) {
    var times = new ArrayList<Duration>();
    long end = System.nanoTime() + patience.toNanos();
    try (var connection = new PlainConnection(address)) {
      for (int i = 0; i < requests && System.nanoTime() < end; i++) {
        long begin = System.nanoTime();
        int status = connection.get();
        times.add(Duration.ofNanos(System.nanoTime() - begin));
        if (status != 200) {
          throw new IllegalStateException("answered " + status);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    starts.add(times);
  }

  Spread first() {
    return of(times -> times.subList(0, 1));
  }

  /** Renders 16 to 25. */
  Spread early() {
    return of(times -> times.subList(EARLY, Math.min(SOON, times.size())));
  }

  /** Renders 200 to 300, or the last third where there are fewer. */
  Spread warm() {
    return of(
        times -> times.subList(times.size() > WARM ? WARM : times.size() / 3 * 2, times.size()));
  }

  /** The fewest that were made after a start. */
  int count() {
    return starts.stream().mapToInt(List::size).min().orElse(0);
  }

  private Spread of(UnaryOperator<List<Duration>> some) {
    return Spread.of(starts.stream().map(some).flatMap(List::stream).toList());
  }
}
