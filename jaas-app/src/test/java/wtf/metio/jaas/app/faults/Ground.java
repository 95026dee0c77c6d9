// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** A cluster with what we ship, a folder for archives, and somebody who fetches all the time. */
final class Ground implements AutoCloseable {

  private static final int FIRST_ADDRESS = 2;
  private static final int ADDRESSES = 250;

  private final Cluster cluster = Cluster.startAudited().withControllers();
  private final Installation installation = Installation.in(cluster);
  private final Frontage frontage = new Frontage();
  private final Consumer consumer = new Consumer(cluster.admin());
  private final List<OperatorReplica> replicas = new ArrayList<>();
  private final Path folder;
  private final Path token;
  private final Path kubeconfig;
  private int lines;
  private int shared = -1;

  Ground(Path folder) throws IOException {
    this.folder = folder;
    this.token = folder.resolve("token");
    this.kubeconfig = folder.resolve("kubeconfig");
    renewToken();
  }

  Cluster cluster() {
    return cluster;
  }

  Installation installation() {
    return installation;
  }

  Path archives() {
    return folder.resolve("archives");
  }

  /** Gives the operator a new token, and makes its account if it is gone. */
  void renewToken() throws IOException {
    var operator = installation.operator();
    var text = Files.readString(cluster.kubeconfig(operator));
    Files.writeString(token, operator.token());
    Files.writeString(
        kubeconfig,
        text.replace("token: \"" + operator.token() + '"', "tokenFile: \"" + token + '"'));
  }

  /** The token that the operator has now. */
  String token() throws IOException {
    return Files.readString(token);
  }

  /** What is made in the cluster for one test. */
  Team team(int size) {
    return Team.in(installation, size);
  }

  /** A team whose snippets are published as {@code first}. */
  Team published(int size) {
    var team = team(size);
    team.edit("first");
    team.awaitPublished("first");
    return team;
  }

  /** A further replica, with an address of its own. */
  OperatorReplica start(List<String> jvm, String... flags) {
    try {
      int number = replicas.size();
      var line = new Line(cluster.server().endpoint(), FIRST_ADDRESS + lines++ % ADDRESSES);
      var place = new OperatorReplica.Place(line, line.over(kubeconfig), archives(), frontage);
      var replica = OperatorReplica.start("replica-" + number, place, jvm, List.of(flags));
      replicas.add(replica);
      return replica;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one replica that tests of a cluster share; others are ended. */
  OperatorReplica one() throws IOException, InterruptedException {
    if (shared < 0) {
      end();
      var replica = start(List.of()).awaitReady();
      shared = replicas.indexOf(replica);
    }
    return replicas.get(shared);
  }

  /** Ends all replicas. */
  void end() throws IOException, InterruptedException {
    shared = -1;
    for (var replica : replicas) {
      replica.close();
    }
    replicas.clear();
  }

  KubeObject lease() {
    var path = Resource.LEASES.in(Installation.NAMESPACE, "jaas-operator");
    return cluster.admin().get(path).object();
  }

  /** Who leads; empty if nobody does, or somebody who is no replica of this ground. */
  Optional<OperatorReplica> leader() {
    return lease()
        .text("/spec/holderIdentity")
        .filter(holder -> holder.startsWith("replica-"))
        .map(holder -> holder.substring("replica-".length(), holder.indexOf('_')))
        .map(Integer::parseInt)
        .filter(number -> number < replicas.size())
        .map(replicas::get);
  }

  /** The addresses of all replicas since they were ended last. */
  List<String> addresses() {
    return replicas.stream().map(replica -> replica.line().address()).toList();
  }

  /** From now on it is noted who writes. */
  WriteLog writes() throws IOException {
    return WriteLog.from(cluster.server().auditLog());
  }

  /** All of a team is published, and was to be had all the time. */
  void assertWell(Team team, String edition) {
    team.awaitPublished(edition);
    assertThat(consumer.complaints()).isEmpty();
    assertThat(consumer.fetched()).isPositive();
  }

  /** How often something was fetched. */
  long fetched() {
    return consumer.fetched();
  }

  /** A team goes, and nothing of it stays. */
  void assertLeavesNothing(Team team) {
    team.delete();
    team.awaitGone(archives());
    assertThat(consumer.complaints()).isEmpty();
  }

  /** The same, and the replica that looked after it has never ended. */
  void assertOver(OperatorReplica replica, Team team) {
    assertLeavesNothing(team);
    assertThat(replica.isAlive()).isTrue();
  }

  /** Until others take the lease of a holder that was killed it takes so long. */
  void shortenLease(Duration duration) {
    var path = Resource.LEASES.in(Installation.NAMESPACE, "jaas-operator");
    var spec = "{\"spec\": {\"leaseDurationSeconds\": " + duration.toSeconds() + "}}";
    cluster.admin().patch(path, spec).object();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    consumer.close();
    end();
    frontage.close();
    cluster.close();
  }
}
