// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Durations as the table treats them. */
final class Times {

  private static final double NANOS_PER_MILLI = 1e6;

  private Times() {}

  static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  /** Milliseconds with three digits or so; a dash for what could not be measured. */
  static String shown(Optional<Duration> time) {
    return time.map(t -> digits(t.toNanos() / NANOS_PER_MILLI)).orElse("-");
  }

  /** How many times longer the first is. */
  static String ratio(Optional<Duration> theirs, Optional<Duration> ours) {
    return theirs.isEmpty() || ours.isEmpty()
        ? "-"
        : digits((double) theirs.get().toNanos() / ours.get().toNanos());
  }

  private static String digits(double value) {
    var format = value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
