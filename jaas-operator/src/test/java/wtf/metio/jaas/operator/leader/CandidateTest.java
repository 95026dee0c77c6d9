// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.leader.Candidate.Attempt;

class CandidateTest {

  private static final Duration DURATION = Duration.ofSeconds(15);
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final HandClocks hand = new HandClocks();
  private final MemoryLease server = new MemoryLease();
  private final MemoryLease.Reach reachOfOne = server.reach();
  private final MemoryLease.Reach reachOfTwo = server.reach();
  private final Candidate one = candidate("one", reachOfOne);
  private final Candidate two = candidate("two", reachOfTwo);

  private Candidate candidate(String identity, LeaseStore store) {
    var options = LeaseOptions.usual(new ResourceName("jaas", "jaas-operator"), identity);
    return new Candidate(options, store, hand.clocks());
  }

  private static String holder(Attempt attempt) {
    return attempt instanceof Attempt.Taken(var holder, _) ? holder : attempt.toString();
  }

  @Test
  void theFirstToComeHoldsIt() {
    assertThat(one.campaign()).isInstanceOf(Attempt.Held.class);
    assertThat(holder(two.campaign())).isEqualTo("one");
    assertThat(server.record().transitions()).isZero();
  }

  @Test
  void aHolderThatRenewsKeepsIt() {
    one.campaign();
    for (int i = 0; i < 20; i++) {
      hand.pass(Duration.ofSeconds(2));
      assertThat(one.renew()).isInstanceOf(Attempt.Held.class);
      assertThat(holder(two.campaign())).isEqualTo("one");
    }
    assertThat(reachOfOne.requests).isEqualTo(22);
  }

  @Test
  void aHolderThatSaysNothingLosesItAfterItsDuration() {
    one.campaign();
    two.campaign();
    hand.pass(DURATION.minusNanos(1));
    assertThat(holder(two.campaign())).isEqualTo("one");
    hand.pass(Duration.ofNanos(1));
    assertThat(two.campaign()).isInstanceOf(Attempt.Held.class);
    assertThat(holder(one.renew())).isEqualTo("two");
    assertThat(server.record().transitions()).isEqualTo(1);
  }

  @Test
  void theClocksOfOthersAreNotBelieved() {
    one.campaign();
    hand.setWall(LONG_AGO.plus(Duration.ofDays(9000)));
    assertThat(holder(two.campaign())).isEqualTo("one");
    hand.setWall(LONG_AGO);
    assertThat(holder(two.campaign())).isEqualTo("one");
  }

  @Test
  void aReleasedLeaseIsTakenAtOnce() {
    one.campaign();
    two.campaign();
    assertThat(one.release()).isTrue();
    assertThat(server.record().holder()).isEmpty();
    assertThat(two.campaign()).isInstanceOf(Attempt.Held.class);
  }

  @Test
  void nobodyReleasesTheLeaseOfAnother() {
    one.campaign();
    two.campaign();
    hand.pass(DURATION);
    two.campaign();
    assertThat(one.release()).isTrue();
    assertThat(server.record().holder()).isEqualTo("two");
  }

  @Test
  void aClaimThatWasDoneWithoutAnAnswerIsKnownAsOurs() {
    reachOfOne.deaf = true;
    assertThat(one.campaign()).isInstanceOf(Attempt.Unknown.class);
    assertThat(server.record().holder()).isEqualTo("one");
    reachOfOne.deaf = false;
    assertThat(one.campaign()).isInstanceOf(Attempt.Held.class);
    assertThat(server.record().transitions()).isZero();
  }

  @Test
  void aRenewalThatWasDoneWithoutAnAnswerIsNoLoss() {
    one.campaign();
    reachOfOne.deaf = true;
    assertThat(one.renew()).isInstanceOf(Attempt.Unknown.class);
    reachOfOne.deaf = false;
    assertThat(one.renew()).isInstanceOf(Attempt.Held.class);
    assertThat(server.record().transitions()).isZero();
  }

  @Test
  void aClaimWithoutAnAnswerIsReleasedToo() {
    reachOfOne.deaf = true;
    one.campaign();
    reachOfOne.deaf = false;
    assertThat(one.release()).isTrue();
    assertThat(server.record().holder()).isEmpty();
  }

  @Test
  void somebodyElseMayWriteALabel() {
    one.campaign();
    server.overwrite(server.lease().json().toString());
    assertThat(one.renew()).isInstanceOf(Attempt.Held.class);
  }

  @Test
  void whatAnotherHadInBetweenIsNotTakenBackInTheSameTerm() {
    one.campaign();
    server.overwrite("{\"spec\": {\"holderIdentity\": \"\"}}");
    assertThat(holder(one.renew())).isEmpty();
    assertThat(one.campaign()).isInstanceOf(Attempt.Held.class);
  }

  @Test
  void aLeaseThatIsDeletedEndsTheTerm() {
    one.campaign();
    server.remove();
    assertThat(holder(one.renew())).isEmpty();
    assertThat(two.campaign()).isInstanceOf(Attempt.Held.class);
  }

  @Test
  void aServerThatWasSetBackMakesNobodyHolderAgain() {
    one.campaign();
    var before = server.lease().json().toString();
    one.release();
    two.campaign();
    server.overwrite(before);
    assertThat(holder(one.campaign())).isEqualTo("one");
    assertThat(holder(two.renew())).isEqualTo("one");
    hand.pass(DURATION);
    assertThat(one.campaign()).isInstanceOf(Attempt.Held.class);
  }

  @Test
  void aLeaseThatWasLeftBehindLongAgoIsTakenAtOnce() {
    leftBehind(Duration.ofSeconds(31));
    assertThat(one.campaign()).isInstanceOf(Attempt.Held.class);
    assertThat(server.record().transitions()).isEqualTo(8);
  }

  @Test
  void aLeaseThatWasLeftBehindJustNowIsWaitedFor() {
    leftBehind(Duration.ofSeconds(29));
    assertThat(holder(one.campaign())).isEqualTo("gone");
    server.clock(LONG_AGO.plus(Duration.ofDays(1)));
    assertThat(holder(one.campaign())).isEqualTo("gone");
  }

  private void leftBehind(Duration ago) {
    server.overwrite(
        """
        {"metadata": {"managedFields": [{"time": "2020-01-01T00:00:00Z"}, {"time": "odd"}, {}]},
         "spec": {"holderIdentity": "gone", "leaseDurationSeconds": 15, "leaseTransitions": 7,
           "renewTime": "2026-11-21T12:00:00.000000Z"}}
        """);
    server.clock(LONG_AGO.plus(ago));
  }

  @Test
  void aLeaseWithoutADurationLastsAsLongAsOurs() {
    server.overwrite("{\"spec\": {\"holderIdentity\": \"other\"}}");
    assertThat(one.campaign()).isEqualTo(new Attempt.Taken("other", DURATION));
    hand.pass(DURATION);
    assertThat(one.campaign()).isInstanceOf(Attempt.Held.class);
  }
}
