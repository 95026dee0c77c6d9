// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.bench.Spread;

/** How long a service that has just started takes for the same answer, again and again. */
final class FirstRenders {

  private static final int EARLY = 15;
  private static final int SOON = 25;
  private static final int WARM = 200;

  private final List<Duration> times = new ArrayList<>();

  /** Asks one request after the other, until there are enough or the patience ends. */
  static FirstRenders of(URI address, int requests, Duration patience) {
    var renders = new FirstRenders();
    long end = System.nanoTime() + patience.toNanos();
    try (var connection = new PlainConnection(address)) {
      for (int i = 0; i < requests && System.nanoTime() < end; i++) {
        long begin = System.nanoTime();
        int status = connection.get();
        renders.times.add(Duration.ofNanos(System.nanoTime() - begin));
        if (status != 200) {
          throw new IllegalStateException("answered " + status);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return renders;
  }

  Duration first() {
    return times.getFirst();
  }

  /** Renders 16 to 25. */
  Spread early() {
    return Spread.of(times.subList(EARLY, Math.min(SOON, times.size())));
  }

  /** Renders 200 to 300, or the last third where there are fewer. */
  Spread warm() {
    int from = times.size() > WARM ? WARM : times.size() / 3 * 2;
    return Spread.of(times.subList(from, times.size()));
  }

  int count() {
    return times.size();
  }
}
