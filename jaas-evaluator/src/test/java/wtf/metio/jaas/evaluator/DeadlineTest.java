// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void zeroIsNoDeadline() {
    assertThat(Deadline.after(Duration.ZERO)).isSameAs(Deadline.NEVER);
    assertThat(Deadline.NEVER.passed()).isFalse();
    assertThat(Deadline.NEVER.left()).isZero();
  }

  @Test
  void oneThatHasPassedDoesNotLookLikeNone() {
    var passed = Deadline.after(Duration.ofNanos(1));
    while (!passed.passed()) {
      Thread.onSpinWait();
    }

    assertThat(passed.left()).isEqualTo(Duration.ofNanos(1));
  }

  @Test
  void theShorterOfTwoTimesCounts() {
    assertThat(Deadline.after(HOUR).leftAtMost(MINUTE)).isEqualTo(MINUTE);
    assertThat(Deadline.after(MINUTE).leftAtMost(HOUR)).isLessThanOrEqualTo(MINUTE).isPositive();
    assertThat(Deadline.after(MINUTE).leftAtMost(Duration.ZERO)).isPositive();
    assertThat(Deadline.NEVER.leftAtMost(MINUTE)).isEqualTo(MINUTE);
    assertThat(Deadline.NEVER.leftAtMost(Duration.ZERO)).isZero();
  }
}
