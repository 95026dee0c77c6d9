// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final int MANY = 40;

  private static Duration last(FeedOptions options) {
    var pauses = new Pauses(options, () -> 1);
    var pause = Duration.ZERO;
    for (int failure = 0; failure < MANY; failure++) {
      pause = pauses.afterFailure();
    }
    return pause;
  }

  @Test
  void whatIsNeededIsTriedAgainWithinSeconds() {
    assertThat(last(FeedOptions.DEFAULT)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void whatMayBeForbiddenForEverIsTriedAgainSeldom() {
    assertThat(last(FeedOptions.DEFAULT.patient())).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void afterASuccessTheFirstPauseIsShortAgain() {
    var pauses = new Pauses(FeedOptions.DEFAULT, () -> 1);
    pauses.afterFailure();
    pauses.afterFailure();
    pauses.success();

    assertThat(pauses.afterFailure()).isEqualTo(Duration.ofMillis(200));
  }
}
