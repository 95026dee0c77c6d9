// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;

/** What the API server does to one replica, and that everything is well afterwards. */
@Timeout(1800)
@Tag("long")
class ApiServerFaultsIT {

  private static final int FEW = 8;
  private static final int MANY = 60;

  @TempDir private static Path folder;

  private static Cluster cluster;
  private static Installation installation;
  private static Frontage frontage;
  private static Line line;
  private static OperatorReplica replica;
  private static Consumer consumer;

  private Team team;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.start();
    installation = Installation.in(cluster.withControllers());
    frontage = new Frontage();
    line = new Line(cluster.server().endpoint());
    var kubeconfig = line.over(cluster.kubeconfig(installation.operator()));
    replica = OperatorReplica.start("replica-1", kubeconfig, folder, frontage);
    consumer = new Consumer(cluster.admin());
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    consumer.close();
    replica.close();
    line.close();
    frontage.close();
    cluster.close();
  }

  @BeforeEach
  void publish() {
    team = Team.in(installation, FEW);
    team.edit("first");
    team.awaitPublished("first");
  }

  private void assertWell(String edition) {
    team.awaitPublished(edition);
    assertThat(replica.isAlive()).isTrue();
    assertThat(consumer.complaints()).isEmpty();
    assertThat(consumer.fetched()).isPositive();
  }

  private void killAndRestart(int rounds) {
    for (int round = 0; round < rounds; round++) {
      team.edit("edition-" + round);
      cluster.server().kill();
      cluster.server().restart();
      assertWell("edition-" + round);
    }
  }

  @Test
  void aServerThatIsKilledAndRestartedHarmsNothing() {
    killAndRestart(2);
  }

  @Test
  @Tag("long")
  void aServerThatIsKilledAndRestartedTwentyTimesHarmsNothing() {
    team = Team.in(installation, MANY);
    killAndRestart(20);
  }

  @Test
  void aServerThatHangsForAWhileHarmsNothing() {
    team.edit("before");
    cluster.server().freeze();
    LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
    cluster.server().thaw();
    assertWell("before");
    team.edit("after");
    assertWell("after");
  }

  @Test
  void linesThatAreCutHarmNothing() {
    for (int i = 0; i < 5; i++) {
      team.edit("edition-" + i);
      line.cut();
    }
    assertWell("edition-4");
  }

  @Test
  void aSlowLineHarmsNothing() {
    line.delay(Duration.ofSeconds(1));
    try {
      team.edit("slow");
      assertWell("slow");
    } finally {
      line.delay(Duration.ZERO);
    }
  }

  @Test
  void anOlderStateThatIsPutBackIsCaughtUpWith() throws IOException {
    var server = cluster.server();
    server.stop();
    server.etcd().stop();
    var copy = folder.resolve("copy-of-etcd");
    copy(server.etcd().data(), copy);
    server.etcd().restart();
    server.restart();
    team.edit("second");
    team.awaitPublished("second");

    server.kill();
    server.etcd().kill();
    delete(server.etcd().data());
    copy(copy, server.etcd().data());
    server.etcd().restart();
    server.restart();

    assertWell("first");
    team.edit("third");
    assertWell("third");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void whatIsDeletedAfterwardsLeavesNothing() {
    cluster.server().kill();
    cluster.server().restart();
    team.delete();
    assertThat(consumer.complaints()).isEmpty();
  }
}
