// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.notation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1m30s}, {@code 250ms}, {@code 1.5h}. */
public final class GoDuration {

  private static final Pattern WHOLE =
      Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+");
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  private GoDuration() {}

  /**
   * Reads a duration. Only zero may stand without a unit.
   *
   * @return empty if it is none, or one of more than about 292 years
   */
  public static Optional<Duration> parse(String text) {
    if (text.matches("[+-]?0")) {
      return Optional.of(Duration.ZERO);
    }
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    long total = 0;
    var parts = PART.matcher(text);
    try {
      while (parts.find()) {
        total = Math.addExact(total, nanos(parts.group(1), parts.group(2)));
      }
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(text.startsWith("-") ? -total : total));
  }

  /** Writes a duration: the largest unit that it fills, {@code 0s} for none. */
  public static String format(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.isNegative()) {
      return "-" + format(duration.negated());
    }
    long nanos = duration.toNanos();
    if (nanos < SECOND) {
      return fractionOfASecond(nanos);
    }
    var seconds = decimal(nanos % MINUTE, SECOND) + "s";
    long minutes = duration.toMinutes();
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60 ? minutes + "m" + seconds : hours(minutes) + seconds;
  }

  private static String hours(long minutes) {
    return minutes / 60 + "h" + minutes % 60 + "m";
  }

  private static String fractionOfASecond(long nanos) {
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    return nanos < 1_000_000 ? decimal(nanos, 1_000) + "µs" : decimal(nanos, 1_000_000) + "ms";
  }

  private static String decimal(long nanos, long unit) {
    return BigDecimal.valueOf(nanos)
        .divide(BigDecimal.valueOf(unit), 9, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static long nanos(String number, String unit) {
    return new BigDecimal(number)
        .multiply(BigDecimal.valueOf(nanos(unit)))
        .setScale(0, RoundingMode.DOWN)
        .longValueExact();
  }

  private static long nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> SECOND;
      case "m" -> MINUTE;
      default -> 60 * MINUTE;
    };
  }
}
