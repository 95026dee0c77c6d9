// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;

/** What happens to replicas over one folder, and that everything is well afterwards. */
@Tag("long")
@Timeout(1800)
class ReplicaFaultsIT {

  private static final int FEW = 8;

  @TempDir private Path folder;

  private final List<OperatorReplica> replicas = new ArrayList<>();
  private Cluster cluster;
  private Installation installation;
  private Frontage frontage;
  private Consumer consumer;
  private Path kubeconfig;
  private Team team;

  @BeforeEach
  void start() throws IOException {
    cluster = Cluster.start();
    installation = Installation.in(cluster);
    frontage = new Frontage();
    kubeconfig = cluster.kubeconfig(installation.operator());
    consumer = new Consumer(cluster.admin());
    team = Team.in(installation, FEW);
    team.edit("first");
    begin();
    team.awaitPublished("first");
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    consumer.close();
    for (var replica : replicas) {
      replica.close();
    }
    frontage.close();
    cluster.close();
  }

  private OperatorReplica begin() {
    var name = "replica-" + replicas.size();
    var replica = OperatorReplica.start(name, kubeconfig, folder, frontage);
    replicas.add(replica);
    return replica;
  }

  /** Who leads, by its place in the list; -1 if nobody does. */
  private int leader() {
    var lease = cluster.admin().get(Resource.LEASES.in(Installation.NAMESPACE, "jaas-operator"));
    var holder = lease.object().text("/spec/holderIdentity").orElse("");
    return holder.isEmpty()
        ? -1
        : Integer.parseInt(holder.substring("replica-".length(), holder.indexOf('_')));
  }

  private void assertWell(String edition) {
    team.awaitPublished(edition);
    assertThat(consumer.complaints()).isEmpty();
    assertThat(consumer.fetched()).isPositive();
  }

  private void killLeaders(int rounds) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      begin();
      team.edit("edition-" + round);
      replicas.get(leader()).signal("KILL");
      assertWell("edition-" + round);
    }
  }

  @Test
  void aLeaderThatIsKilledIsReplaced() throws IOException, InterruptedException {
    killLeaders(1);
  }

  @Test
  @Tag("long")
  void fiftyLeadersThatAreKilledAreReplaced() throws IOException, InterruptedException {
    killLeaders(50);
  }

  @Test
  void aLeaderThatIsAskedToEndHandsOverWhileItWorks() throws IOException, InterruptedException {
    begin();
    int first = leader();
    team.edit("second");
    replicas.get(first).signal("TERM");
    Awaiting.until("the first one ended", () -> !replicas.get(first).isAlive());
    assertWell("second");
    assertThat(leader()).isNotEqualTo(first);
  }

  @Test
  void aLeaderThatWasStoppedPublishesNothingWhenItGoesOn()
      throws IOException, InterruptedException {
    begin();
    int first = leader();
    team.edit("second");
    replicas.get(first).signal("STOP");
    Awaiting.until("another one leads", () -> leader() != first);
    team.edit("third");
    assertWell("third");
    replicas.get(first).signal("CONT");
    team.edit("fourth");
    assertWell("fourth");
    Awaiting.until(
        "the first one knows",
        () -> replicas.get(first).said().contains("This replica leads no more"));
    assertThat(Optional.of(leader())).isNotEqualTo(Optional.of(first));
  }
}
