// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as messages show them: {@code 250ms}, {@code 1.5s}, {@code 1m30s}, {@code 1h0m0s}. */
final class Durations {

  private Durations() {}

  static String text(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return plain(duration.toNanos(), 6) + "ms";
    }
    var seconds = plain(duration.minusMinutes(duration.toMinutes()).toNanos(), 9) + "s";
    if (duration.toMinutes() == 0) {
      return seconds;
    }
    var minutes = duration.toMinutesPart() + "m" + seconds;
    return duration.toHours() == 0 ? minutes : duration.toHours() + "h" + minutes;
  }

  private static String plain(long nanos, int scale) {
    var value = BigDecimal.valueOf(nanos, scale);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
