// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff<String> backoff = new Backoff<>(Duration.ofMillis(50));

  @Test
  void theWaitDoublesUpToTheLongest() {
    assertThat(Stream.generate(() -> backoff.afterFailure("a")).limit(6).map(Duration::toMillis))
        .containsExactly(5L, 10L, 20L, 40L, 50L, 50L);
  }

  @Test
  void aThousandFailuresInARowStillWaitTheLongest() {
    assertThat(Stream.generate(() -> backoff.afterFailure("a")).limit(1000).toList())
        .last()
        .isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void afterASuccessItBeginsAnewForThisOneOnly() {
    backoff.afterFailure("a");
    backoff.afterFailure("b");
    backoff.forget("a");

    assertThat(backoff.afterFailure("a")).isEqualTo(Duration.ofMillis(5));
    assertThat(backoff.afterFailure("b")).isEqualTo(Duration.ofMillis(10));
  }
}
