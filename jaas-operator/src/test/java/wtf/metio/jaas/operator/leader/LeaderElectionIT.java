// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Rule;

@Timeout(300)
class LeaderElectionIT {

  private static Cluster cluster;
  private static KubeConnection connection;

  private String namespace;

  @BeforeAll
  static void start() {
    cluster = Cluster.start();
    connection = ReplicaProcess.connect(cluster.server().kubeconfig());
  }

  @AfterAll
  static void stop() {
    connection.close();
    cluster.close();
  }

  @BeforeEach
  void space() {
    namespace = cluster.namespace("leader");
  }

  private LeaderElection usual(String identity, Replica replica) {
    return start(
        LeaseOptions.usual(new ResourceName(namespace, "jaas-operator"), identity), replica);
  }

  private LeaderElection quick(Replica replica) {
    return start(ReplicaProcess.options(namespace, "here"), replica);
  }

  private static LeaderElection start(LeaseOptions options, Replica replica) {
    var election = LeaderElection.over(connection, options, Clock.systemUTC());
    election.start(replica, replica);
    return election;
  }

  private KubeObject lease() {
    return cluster.admin().get(Resource.LEASES.in(namespace, "jaas-operator")).object();
  }

  @Test
  void theLeaseReadsAsOthersWriteIt() {
    var one = new Replica();
    var election = usual("one", one);
    one.awaitOpen();
    var lease = lease();
    election.stop();
    assertThat(lease.text("/spec/holderIdentity")).hasValue("one");
    assertThat(lease.text("/spec/leaseDurationSeconds")).hasValue("15");
    assertThat(lease.text("/spec/leaseTransitions")).hasValue("0");
    assertThat(lease.text("/spec/renewTime").orElseThrow())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(lease().text("/spec/holderIdentity")).hasValue("");
    assertThat(lease().text("/spec/leaseDurationSeconds")).hasValue("1");
  }

  @Test
  void aStandbyTakesOverAsSoonAsTheLeaseIsReleased() {
    var one = new Replica();
    var two = new Replica();
    var first = usual("one", one);
    one.awaitOpen();
    var second = usual("two", two);
    Awaiting.until("two follows", () -> two.heard.contains("follows one"));
    long begun = System.nanoTime();
    first.stop();
    two.awaitOpen();
    var took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(one.fence.open()).isFalse();
    second.stop();
    // Far less than the lease lasts; a machine that has nothing else to do needs some milliseconds.
    assertThat(took).isLessThan(Duration.ofSeconds(8));
    assertThat(lease().text("/spec/leaseTransitions")).hasValue("1");
  }

  @Test
  void whoMayNotWatchLeasesTakesOverAsWell() {
    var account = cluster.serviceAccount(namespace, "jaas");
    cluster.grant(account, namespace, Rule.on(Resource.LEASES, "get", "create", "update"));
    var one = new Replica();
    var two = new Replica();
    var first = usual("one", one);
    one.awaitOpen();
    try (var asAccount = ReplicaProcess.connect(cluster.kubeconfig(account))) {
      var lease = new ResourceName(namespace, "jaas-operator");
      var second =
          LeaderElection.over(asAccount, LeaseOptions.usual(lease, "two"), Clock.systemUTC());
      second.start(two, two);
      Awaiting.until("two follows", () -> two.heard.contains("follows one"));
      first.stop();
      two.awaitOpen();
      second.stop();
    }
  }

  @Test
  void whoMayNothingSaysSoAndGoesOnTrying() {
    var account = cluster.serviceAccount(namespace, "jaas");
    var one = new Replica();
    try (var asAccount = ReplicaProcess.connect(cluster.kubeconfig(account))) {
      var options = ReplicaProcess.options(namespace, "one");
      var election = LeaderElection.over(asAccount, options, Clock.systemUTC());
      election.start(one, one);
      Awaiting.until("it failed", () -> one.heard.contains("failed"));
      cluster.grant(account, namespace, Rule.on(Resource.LEASES, "get", "create", "update"));
      one.awaitOpen();
      election.stop();
    }
  }

  @Test
  void aLeaderThatIsKilledIsReplacedWhenItsLeaseIsOver() throws IOException, InterruptedException {
    var here = new Replica();
    try (var other = ReplicaProcess.start(cluster.server().kubeconfig(), namespace)) {
      other.awaitOpen();
      var election = quick(here);
      Awaiting.until("it is followed", () -> !here.heard.isEmpty());
      long killed = System.nanoTime();
      other.signal("KILL");
      here.awaitOpen();
      var took = Duration.ofNanos(System.nanoTime() - killed);
      election.stop();
      assertThat(took).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aLeaderThatWasStoppedFindsItsFenceClosedWhenItGoesOn()
      throws IOException, InterruptedException {
    var here = new Replica();
    try (var other = ReplicaProcess.start(cluster.server().kubeconfig(), namespace)) {
      other.awaitOpen();
      var election = quick(here);
      Awaiting.until("it is followed", () -> !here.heard.isEmpty());
      other.signal("STOP");
      here.awaitOpen();
      long open = System.nanoTime();
      other.signal("CONT");
      var fence = here.fence;
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      assertThat(other.lastOpen()).isLessThan(open);
      // Else the other one had every right to lead again.
      assertThat(fence.open()).isTrue();
      election.stop();
      Awaiting.until("it leads again", () -> other.lastOpen() > open);
    }
  }

  @Test
  void theTermEndsWhileTheServerIsAwayAndAnotherOneBeginsLater() {
    var one = new Replica();
    var election = quick(one);
    one.awaitOpen();
    cluster.server().kill();
    one.awaitClosed();
    Awaiting.until("the term ended", () -> one.told.contains("end closed"));
    cluster.server().restart();
    one.awaitOpen();
    election.stop();
    assertThat(one.told.subList(0, 3)).containsExactly("begin", "end closed", "begin");
  }

  @Test
  void aServerThatHangsClosesTheFenceInTime() {
    var one = new Replica();
    var election = quick(one);
    one.awaitOpen();
    cluster.server().freeze();
    try {
      one.awaitClosed();
    } finally {
      cluster.server().thaw();
    }
    Awaiting.until("another term began", () -> one.told.size() > 2 && one.fence.open());
    election.stop();
  }
}
