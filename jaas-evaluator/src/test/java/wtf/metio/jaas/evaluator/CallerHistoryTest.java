// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.evaluator.CallerHistory.Habit;

class CallerHistoryTest {

  private static final Caller CALLER = Caller.http("snippet");
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofSeconds(5);

  private final CallerHistory history = new CallerHistory(2);

  @Test
  void ofANewCallerNothingIsKnown() {
    assertThat(history.habit(CALLER)).isEqualTo(Habit.UNKNOWN);
  }

  @Test
  void whoHeldItsPlaceForLongIsSlowUntilItHasBeenQuickAgain() {
    history.held(CALLER, LONG);
    assertThat(history.habit(CALLER)).isEqualTo(Habit.SLOW);

    for (int i = 0; i < 20; i++) {
      history.held(CALLER, SHORT);
    }
    assertThat(history.habit(CALLER)).isEqualTo(Habit.QUICK);
  }

  @Test
  void aQuickCallerThatHeldOneForLongIsSlow() {
    history.held(CALLER, SHORT);
    assertThat(history.habit(CALLER)).isEqualTo(Habit.QUICK);

    history.held(CALLER, LONG);
    assertThat(history.habit(CALLER)).isEqualTo(Habit.SLOW);
  }

  @Test
  void whoHasNotBeenThereForLongestIsForgotten() {
    history.held(CALLER, SHORT);
    history.held(Caller.http("second"), SHORT);
    history.habit(CALLER);
    history.held(Caller.http("third"), SHORT);

    assertThat(history.size()).isEqualTo(2);
    assertThat(history.habit(CALLER)).isEqualTo(Habit.QUICK);
    assertThat(history.habit(Caller.http("second"))).isEqualTo(Habit.UNKNOWN);
  }
}
