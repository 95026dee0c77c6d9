// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BearerTokenTest {

  private final AtomicLong nanos = new AtomicLong();
  private Optional<String> file = Optional.of("second\n");
  private final BearerToken token = new BearerToken("first\n", () -> file, nanos::get);

  private void later() {
    nanos.addAndGet(BearerToken.FRESH.toNanos() + 1);
  }

  @Test
  void itIsShownAsItWasRead() {
    assertThat(token.authorization()).isEqualTo("Bearer first");
  }

  @Test
  void itIsReadAgainAfterAWhile() {
    later();
    assertThat(token.authorization()).isEqualTo("Bearer second");
  }

  @Test
  void whatCannotBeReadLeavesTheLastOne() {
    file = Optional.empty();
    later();
    assertThat(token.authorization()).isEqualTo("Bearer first");
  }

  @Test
  void oneThatIsRefusedIsReadAgainAtOnce() {
    assertThat(token.renew("Bearer first")).isTrue();
    assertThat(token.authorization()).isEqualTo("Bearer second");
  }

  @Test
  void thereIsNoOtherOneIfTheFileSaysTheSame() {
    file = Optional.of("first");
    assertThat(token.renew("Bearer first")).isFalse();
  }

  @Test
  void oneThatWasRenewedMeanwhileIsNotReadAgain() {
    token.renew("Bearer first");
    file = Optional.of("third");
    assertThat(token.renew("Bearer first")).isTrue();
    assertThat(token.authorization()).isEqualTo("Bearer second");
  }
}
