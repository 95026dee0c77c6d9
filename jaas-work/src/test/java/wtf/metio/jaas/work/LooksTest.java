// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.publication.Retry;

class LooksTest {

  private final SteppingClock clock = new SteppingClock();
  private final WorkQueue<String> queue = new WorkQueue<>(clock, key -> key, 1);
  private final Looks<String> looks = new Looks<>(queue, clock);

  private Optional<Duration> pause() {
    return queue.nextDue().map(due -> Duration.between(clock.instant(), due));
  }

  private Optional<Duration> pauseAfter(NextLook next) {
    queue.forget("a");
    looks.follow("a", next);
    return pause();
  }

  @Test
  void failuresAreLookedAtLaterEachTimeUntilASuccess() {
    assertThat(pauseAfter(new NextLook.WithBackoff())).hasValue(Duration.ofMillis(5));
    assertThat(pauseAfter(new NextLook.WithBackoff())).hasValue(Duration.ofMillis(10));
    looks.putOff("a", Lane.CHECK, Duration.ofHours(1));
    assertThat(pauseAfter(new NextLook.WithBackoff())).hasValue(Duration.ofMillis(20));
    assertThat(pauseAfter(new NextLook.Never())).isEmpty();
    assertThat(pauseAfter(new NextLook.WithBackoff())).hasValue(Duration.ofMillis(5));
  }

  @Test
  void nobodyWaitsLongerThanAMinute() {
    for (int i = 0; i < 40; i++) {
      pauseAfter(new NextLook.WithBackoff());
    }
    assertThat(pause()).hasValue(Duration.ofMinutes(1));
  }

  @Test
  void whatTimeAloneHardlyHelpsIsLookedAtAfterAMinute() {
    assertThat(pauseAfter(NextLook.after(Retry.SLOWLY, clock.instant())))
        .hasValue(Duration.ofMinutes(1));
  }

  @Test
  void theFirstOfTwoMomentsCounts() {
    Instant now = clock.instant();
    assertThat(
            pauseAfter(
                NextLook.atFirst(Optional.of(now.plusSeconds(9)), Optional.of(now.plusSeconds(7)))))
        .hasValue(Duration.ofSeconds(7));
    assertThat(NextLook.at(Optional.empty())).isEqualTo(new NextLook.Never());
  }

  @Test
  void anIntervalIsNeverCutShort() {
    Instant now = clock.instant();
    var hundred = Duration.ofSeconds(100);
    assertThat(NextLook.interval(hundred, 0, now)).hasValue(now.plusSeconds(100));
    assertThat(NextLook.interval(hundred, 1, now)).hasValue(now.plusSeconds(105));
    assertThat(NextLook.interval(Duration.ZERO, 1, now)).isEmpty();
  }
}
