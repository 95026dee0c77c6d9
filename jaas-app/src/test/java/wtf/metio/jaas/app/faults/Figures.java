// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long it took until all was well again, each time. */
final class Figures {

  private final List<Duration> times = new ArrayList<>();

  /** Does something, and takes the time. */
  void time(Runnable task) {
    long begin = System.nanoTime();
    task.run();
    times.add(Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Writes them to the log of the build. */
  void print(String what) {
    var sorted = times.stream().sorted().toList();
    System.out.printf(
        "%s: %d times; all well after %d ms in the median, %d ms at most%n",
        what, sorted.size(), sorted.get(sorted.size() / 2).toMillis(), sorted.getLast().toMillis());
  }
}
