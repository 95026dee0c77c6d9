// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What several measurements of one thing say.
 *
 * @param low the lower quartile
 * @param median the middle
 * @param high the upper quartile
 */
public record Spread(Duration low, Duration median, Duration high) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Of at least one measurement, in any order. */
  public static Spread of(Collection<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new Spread(
        sorted.get(last / 4), sorted.get(sorted.size() / 2), sorted.get(last - last / 4));
  }

  /** Milliseconds, as {@code 12.3 (12.1..13)}. */
  public String shown() {
    return millis(median) + " (" + millis(low) + ".." + millis(high) + ")";
  }

  /** How many times longer theirs took; a dash where either is missing. */
  public static String ratio(Optional<Spread> theirs, Optional<Spread> ours) {
    return theirs.flatMap(t -> ours.map(o -> digits(t.over(o)))).orElse("-");
  }

  /** How many times longer this took. */
  public double over(Spread other) {
    return (double) median.toNanos() / other.median.toNanos();
  }

  /** Milliseconds with three digits or so. */
  public static String millis(Duration time) {
    return digits(time.toNanos() / NANOS_PER_MILLI);
  }

  /** Three digits or so. */
  public static String digits(double value) {
    var format = value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
