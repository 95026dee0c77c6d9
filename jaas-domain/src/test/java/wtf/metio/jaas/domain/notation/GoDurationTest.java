// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5s, 5000000000",
    "1m30s, 90000000000",
    "250ms, 250000000",
    "1.5h, 5400000000000",
    "1h2m3s4ms5us6ns, 3723004005006",
    "-2s, -2000000000",
    "+2s, 2000000000",
    ".5s, 500000000",
    "1.s, 1000000000",
    "3µs, 3000",
    "3μs, 3000",
    "0.3ns, 0",
    "8760h, 31536000000000000",
    "9223372036854775807ns, 9223372036854775807"
  })
  void durationsAreReadAsGoReadsThem(String text, long nanos) {
    assertThat(GoDuration.parse(text)).contains(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "s", "5 s", "1d", "5S", "1h-2m", "--1s", ".s", "9223372036855s", "1e3s"})
  void whatHasNoUnitOrIsTooLongIsNone(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ns",
    "1100, 1.1µs",
    "50000000, 50ms",
    "5000000000, 5s",
    "60000000000, 1m0s",
    "3600000000000, 1h0m0s",
    "5400500000000, 1h30m0.5s",
    "-1000000000, -1s",
    "90000000000, 1m30s",
    "3000000000000, 50m0s"
  })
  void durationsAreWrittenAsGoWritesThem(long nanos, String text) {
    assertThat(GoDuration.format(Duration.ofNanos(nanos))).isEqualTo(text);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var duration = Duration.ofNanos(123_456_789_012_345L);

    assertThat(GoDuration.parse(GoDuration.format(duration))).contains(duration);
  }
}
