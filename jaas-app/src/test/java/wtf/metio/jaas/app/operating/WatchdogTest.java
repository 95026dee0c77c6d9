// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private final AtomicReference<Duration> silence = new AtomicReference<>(Duration.ZERO);
  private final AtomicInteger ends = new AtomicInteger();
  private final Watchdog watchdog = new Watchdog(silence::get, ends::incrementAndGet);

  private void look(int times) {
    IntStream.range(0, times).forEach(_ -> watchdog.look());
  }

  @Test
  void whatStaysSilentEndsTheProcessOnce() {
    silence.set(Duration.ofMinutes(1));

    look(Watchdog.PATIENCE - 1);
    assertThat(ends).hasValue(0);
    look(1);
    assertThat(ends).hasValue(1);
    look(Watchdog.PATIENCE);
    assertThat(ends).hasValue(1);
  }

  @Test
  void whatIsHeardInBetweenBeginsAnew() {
    silence.set(Duration.ofMinutes(1));
    look(Watchdog.PATIENCE - 1);
    silence.set(Duration.ZERO);
    look(1);
    silence.set(Duration.ofMinutes(1));
    look(Watchdog.PATIENCE - 1);

    assertThat(ends).hasValue(0);
  }

  @Test
  void aProcessThatWasStoppedForLongIsNotEndedWhenItGoesOn() {
    silence.set(Duration.ofHours(10));
    look(1);
    silence.set(Duration.ZERO);
    look(1);

    assertThat(ends).hasValue(0);
  }
}
