// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.testservers.cluster.Awaiting;

@Timeout(120)
class LeaseElectionTest {

  private static final Duration PATIENT = Duration.ofSeconds(3);
  private static final Duration QUICK = Duration.ofMillis(500);

  private static final int MANY_TERMS = 7;

  private final MemoryLease server = new MemoryLease();
  private final List<LeaseElection> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(LeaseElection::stop);
  }

  /**
   * A replica's part.
   *
   * @param renewal short, it loses its term now and then on a machine that is busy
   */
  private LeaseElection election(String identity, LeaseStore store, Duration renewal) {
    var options =
        new LeaseOptions(
            new ResourceName("jaas", "jaas-operator"),
            identity,
            Duration.ofSeconds(renewal.toSeconds() + 1),
            renewal,
            Duration.ofMillis(60));
    var election = new LeaseElection(options, store, Clocks.of(Clock.systemUTC()));
    running.add(election);
    return election;
  }

  private LeaseElection start(String identity, LeaseStore store, Replica replica) {
    var election = election(identity, store, PATIENT);
    election.start(replica, replica);
    return election;
  }

  @Test
  void oneLeadsAndTheOtherFollowsUntilTheLeaseIsReleased() {
    var one = new Replica();
    var two = new Replica();
    var first = start("one", server.reach(), one);
    one.awaitOpen();
    start("two", server.reach(), two);
    Awaiting.until("two follows", () -> two.heard.contains("follows one"));
    first.stop();
    assertThat(one.told).containsExactly("begin", "end open");
    assertThat(one.heard).containsExactly("leads", "This process stops.");
    assertThat(one.fence.open()).isFalse();
    two.awaitOpen();
    assertThat(server.record().transitions()).isEqualTo(1);
  }

  @Test
  void whoCannotRenewLosesTheTermAndBeginsANewOneLater() {
    var one = new Replica();
    var reach = server.reach();
    start("one", reach, one);
    one.awaitOpen();
    reach.cut = true;
    one.awaitClosed();
    Awaiting.until("the term ended", () -> one.told.contains("end closed"));
    reach.cut = false;
    one.awaitOpen();
    assertThat(one.told).containsExactly("begin", "end closed", "begin");
    assertThat(one.heard).contains("failed", "The lease could not be renewed in time.");
  }

  @Test
  void aTermThatDoesNotEndIsCutOffAndTheLeaseReleased() {
    var one = new Replica();
    var election = start("one", server.reach(), one);
    one.awaitOpen();
    one.slow = Duration.ofMillis(2500);
    long begun = System.nanoTime();
    election.stop();
    var took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(server.record().holder()).isEmpty();
    assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    Awaiting.until("the end came", () -> one.told.contains("end closed"));
  }

  @Test
  void whoWasDeposedEndsBeforeItBeginsAnew() {
    var one = new Replica();
    start("one", server.reach(), one);
    one.awaitOpen();
    one.slow = Duration.ofMillis(300);
    server.overwrite("{\"spec\": {\"holderIdentity\": \"two\", \"leaseDurationSeconds\": 1}}");
    one.awaitClosed();
    one.awaitOpen();
    assertThat(one.told).containsExactly("begin", "end closed", "begin");
    assertThat(one.heard).contains("The lease went to two.");
  }

  @Test
  void whoMayNotWatchTakesOverNevertheless() {
    var one = new Replica();
    var two = new Replica();
    var reach = server.reach();
    reach.blind = true;
    var first = start("one", server.reach(), one);
    one.awaitOpen();
    start("two", reach, two);
    Awaiting.until("two follows", () -> two.heard.contains("follows one"));
    first.stop();
    two.awaitOpen();
  }

  @Test
  void aLeaderThatCannotBeginGivesTheLeaseBack() {
    var one = new Replica();
    var election = election("one", server.reach(), PATIENT);
    election.start(
        new Leadership() {
          @Override
          public void begin(Fence fence) {
            throw new IllegalStateException("not today");
          }

          @Override
          public void end() {}
        },
        one);
    Awaiting.until(
        "it gave up", () -> one.heard.contains("java.lang.IllegalStateException: not today"));
  }

  @Test
  void withoutAnElectionTheFenceIsOpenFromStartToStop() {
    var one = new Replica();
    var election = LeaderElection.none();
    election.start(one, one);
    one.awaitOpen();
    election.stop();
    election.stop();
    assertThat(one.fence.open()).isFalse();
    assertThat(one.told).containsExactly("begin", "end open");
    assertThat(one.heard).containsExactly("leads", "This process stops.");
  }

  @Test
  void stoppingBeforeStartingIsNoFailure() {
    election("one", server.reach(), PATIENT).stop();
    LeaderElection.none().stop();
  }

  @Test
  void noTwoFencesAreEverOpenAtOnce() {
    var chance = new Random(20261121);
    var reaches = List.of(server.reach(), server.reach(), server.reach());
    var replicas = List.of(new Replica(), new Replica(), new Replica());
    for (int i = 0; i < 3; i++) {
      begin(i, reaches.get(i), replicas.get(i));
    }
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    long trouble = System.nanoTime();
    while (terms(replicas) < MANY_TERMS && System.nanoTime() < end) {
      assertThat(openAtOnce(replicas)).isLessThan(2);
      if (System.nanoTime() > trouble) {
        reaches.forEach(reach -> trouble(reach, chance));
        int leaving = chance.nextInt(5);
        if (leaving < 3) {
          running.set(leaving, leave(leaving, reaches.get(leaving), replicas.get(leaving)));
        }
        trouble = System.nanoTime() + chance.nextLong(Duration.ofMillis(500).toNanos());
      }
      LockSupport.parkNanos(100_000);
    }
    assertThat(terms(replicas)).isGreaterThanOrEqualTo(MANY_TERMS);
  }

  private LeaseElection begin(int number, LeaseStore store, Replica replica) {
    var election = election("replica-" + number + '-' + running.size(), store, QUICK);
    election.start(replica, replica);
    return election;
  }

  /** One replica stops while the others go on, and a new one comes in its place. */
  private LeaseElection leave(int number, LeaseStore store, Replica replica) {
    var leaving = running.get(number);
    Thread.ofVirtual().start(leaving::stop);
    return begin(number, store, replica);
  }

  private static long terms(List<Replica> replicas) {
    return replicas.stream().mapToLong(replica -> replica.fences.size()).sum();
  }

  private static void trouble(MemoryLease.Reach reach, Random chance) {
    reach.cut = chance.nextInt(4) == 0;
    reach.slow = chance.nextInt(4) == 0 ? Duration.ofMillis(1200) : Duration.ZERO;
    reach.deaf = chance.nextInt(4) == 0;
    reach.blind = chance.nextBoolean();
  }

  /** Those that are open when looked at first and last are open all the while between. */
  private static long openAtOnce(List<Replica> replicas) {
    var fences = replicas.stream().flatMap(replica -> replica.fences.stream()).toList();
    var open = fences.stream().map(Fence::open).toList();
    long count = 0;
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i) && fences.get(i).open()) {
        count++;
      }
    }
    return count;
  }
}
