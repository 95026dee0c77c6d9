// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TermTest {

  private static final Duration RENEWAL = Duration.ofSeconds(10);

  private final HandClocks hand = new HandClocks();
  private final Term term = new Term(hand.clocks(), RENEWAL, hand.clocks().now());

  @Test
  void theFenceIsOpenUntilTheRenewalIsDue() {
    hand.pass(RENEWAL.minusNanos(1));
    assertThat(term.open()).isTrue();
    hand.pass(Duration.ofNanos(1));
    assertThat(term.open()).isFalse();
  }

  @Test
  void aRenewalKeepsItOpenFromWhenItWasSent() {
    hand.pass(Duration.ofSeconds(4));
    var sent = hand.clocks().now();
    hand.pass(Duration.ofSeconds(3));
    term.renewed(sent);
    hand.pass(Duration.ofSeconds(6));
    assertThat(term.open()).isTrue();
    assertThat(term.left()).isEqualTo(Duration.ofSeconds(1));
    hand.pass(Duration.ofSeconds(1));
    assertThat(term.open()).isFalse();
  }

  @Test
  void aMachineThatSleptFindsItClosedAlthoughTheOtherClockStoodStill() {
    hand.setWall(hand.instant().plus(RENEWAL));
    assertThat(term.open()).isFalse();
    term.renewed(hand.clocks().now());
    assertThat(term.open()).isTrue();
  }

  @Test
  void aClockThatIsSetBackKeepsNothingOpen() {
    hand.setWall(hand.instant().minus(Duration.ofDays(1)));
    hand.passUnseen(RENEWAL);
    assertThat(term.open()).isFalse();
  }

  @Test
  void aTermThatIsClosedStaysClosed() {
    term.close();
    term.renewed(hand.clocks().now());
    assertThat(term.open()).isFalse();
  }
}
