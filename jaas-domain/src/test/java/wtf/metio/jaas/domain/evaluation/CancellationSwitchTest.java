// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationSwitchTest {

  private final CancellationSwitch cancellation = new CancellationSwitch();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void anActionRunsOnceWhenCancelled() {
    var _ = cancellation.onRequest(calls::incrementAndGet);
    assertThat(calls).hasValue(0);

    cancellation.cancel();
    cancellation.cancel();

    assertThat(calls).hasValue(1);
    assertThat(cancellation.requested()).isTrue();
  }

  @Test
  void anActionThatComesTooLateRunsAtOnce() {
    cancellation.cancel();

    cancellation.onRequest(calls::incrementAndGet).close();

    assertThat(calls).hasValue(1);
  }

  @Test
  void aForgottenActionDoesNotRun() {
    cancellation.onRequest(calls::incrementAndGet).close();

    cancellation.cancel();

    assertThat(calls).hasValue(0);
  }

  @Test
  void twoRegistrationsOfOneActionAreForgottenOneByOne() {
    Runnable action = calls::incrementAndGet;
    var first = cancellation.onRequest(action);
    var _ = cancellation.onRequest(action);

    first.close();
    cancellation.cancel();

    assertThat(calls).hasValue(1);
  }
}
