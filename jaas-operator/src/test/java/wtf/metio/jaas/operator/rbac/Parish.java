// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.rbac;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.TextEvaluator;
import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.publication.SharedLibraries;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.operator.Operator;
import wtf.metio.jaas.operator.OperatorOptions;
import wtf.metio.jaas.operator.OperatorWorld;
import wtf.metio.jaas.operator.flux.ArchiveFetcher;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeOptions;
import wtf.metio.jaas.operator.leader.LeaseOptions;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Identity;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * A namespace with an operator that looks after it alone and with a tenant, each with exactly the
 * rights that are given here. A snippet {@code dash} has its files in itself; one more for each
 * kind of source wants files that are not there.
 */
final class Parish implements AutoCloseable {

  private static final String WATCHED = "!hidden";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String OBJECTS =
      """
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetSnippet
      metadata: {name: dash, namespace: %1$s}
      spec:
        serviceAccountName: renderer
        files: {main.jsonnet: '1'}
      ---
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetSnippet
      metadata: {name: reader, namespace: %1$s}
      spec:
        serviceAccountName: renderer
        files: {main.jsonnet: '3'}
        libraries: [{kind: JsonnetLibrary, name: lib}]
      ---
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetLibrary
      metadata: {name: lib, namespace: %1$s}
      spec: {files: {main.libsonnet: '{}'}}
      """;

  private static final String FROM_SOURCE =
      """
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetSnippet
      metadata: {name: from-%2$s, namespace: %1$s}
      spec:
        serviceAccountName: renderer
        sourceRef: {kind: %3$s, name: none}
      """;

  final HeardOperator heard = new HeardOperator();
  private final MemoryArtifactStore store = new MemoryArtifactStore(Clock.systemUTC());
  private final AtomicBoolean disturbed = new AtomicBoolean();
  private final Cluster cluster;
  private final String namespace;
  private final KubeConnection connection;
  private final Operator operator;

  Parish(Cluster cluster, List<Grant> granted) {
    this.cluster = cluster;
    namespace = cluster.namespace("parish");
    var us = cluster.serviceAccount(namespace, "jaas");
    grant(us, cluster.serviceAccount(namespace, "renderer"), granted);
    cluster.apply(OBJECTS.formatted(namespace));
    List.of("GitRepository", "OCIRepository", "Bucket", "ExternalArtifact").forEach(this::wanting);
    connection =
        KubeConnection.open(KubeOptions.of(cluster.kubeconfig(us).toString(), "tests"), heard);
    operator = new Operator(connection, options(), world(), heard.listeners());
  }

  private void grant(Identity us, Identity tenant, List<Grant> granted) {
    var everywhere = granted.stream().filter(it -> it.role().equals(Grant.EVERYWHERE)).toList();
    var ours =
        granted.stream().filter(it -> !it.isOfTenants() && !everywhere.contains(it)).toList();
    var theirs = granted.stream().filter(Grant::isOfTenants).toList();
    cluster.grantEverywhere(us, Grant.rules(everywhere));
    cluster.grant(us, namespace, Grant.rules(ours));
    cluster.grant(tenant, namespace, Grant.rules(theirs));
  }

  private void wanting(String kind) {
    var suffix = kind.toLowerCase(Locale.ROOT);
    cluster.apply(FROM_SOURCE.formatted(namespace, suffix, kind));
  }

  private OperatorOptions options() {
    var lease =
        new LeaseOptions(
            new ResourceName(namespace, "jaas"),
            "tests",
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofMillis(100));
    return new OperatorOptions(
        List.of(namespace),
        WATCHED,
        "",
        "http://jaas.example",
        Duration.ofMinutes(5),
        2,
        "tests",
        lease);
  }

  private OperatorWorld world() {
    return new OperatorWorld(
        new Policy(Map.of(), false, Duration.ZERO, 0, EvaluationLimits.DEFAULTS, "engine 1"),
        new SnippetRules(Set.of(), Set.of()),
        new NoArchives(),
        new SharedLibraries.Unchanging(List.of()),
        new TextEvaluator(),
        (json, _) ->
            new OutputFormatter.Formatted.Files(FileSet.of("rendered.json", json), List.of()),
        store,
        RateLimit.NONE,
        this::disturb,
        Clock.systemUTC(),
        () -> 0.5);
  }

  /** Somebody else writes a library while it is looked at. */
  private Optional<String> disturb(FileSet files) {
    if (disturbed.compareAndSet(false, true)) {
      annotate(Resource.LIBRARIES.in(namespace, "lib"));
    }
    return Optional.empty();
  }

  private void annotate(String path) {
    cluster
        .admin()
        .patch(path, "{\"metadata\": {\"annotations\": {\"somebody\": \"was here\"}}}")
        .object();
  }

  Parish start() {
    operator.start(() -> {});
    return this;
  }

  /** Another replica holds the lease, for longer than a test lasts. */
  void holdLease() {
    cluster.apply(
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {name: jaas, namespace: %s}
        spec:
          holderIdentity: somebody
          leaseDurationSeconds: 3600
          acquireTime: "%2$s"
          renewTime: "%2$s"
        """
            .formatted(namespace, "2100-01-01T00:00:00.000000Z"));
  }

  /** Publishes something else, so that the first archive has had its time. */
  void replace() {
    edit("dash", "{\"spec\": {\"files\": {\"main.jsonnet\": \"2\"}}}");
  }

  /** Labels what is published. */
  void relabel() {
    edit("dash", "{\"metadata\": {\"labels\": {\"colour\": \"blue\"}}}");
  }

  /** Takes a published snippet out of sight of the operator. */
  void hide() {
    edit("reader", "{\"metadata\": {\"labels\": {\"hidden\": \"yes\"}}}");
  }

  private void edit(String snippet, String patch) {
    var path = Resource.SNIPPETS.in(namespace, snippet);
    cluster.admin().await(path, object -> object.is("Ready", "True"));
    cluster.admin().patch(path, patch).object();
  }

  /** Returns when somebody complained of this, in a line that begins like this. */
  void awaitComplaint(String begin, String complaint) {
    Awaiting.until(
        () -> heard.complaints,
        lines -> lines.stream().anyMatch(it -> it.startsWith(begin) && it.contains(complaint)));
  }

  /** Returns when this was asked so often. */
  void awaitRequests(String request, int times) {
    Awaiting.until(request, () -> heard.count(request) >= times);
  }

  /** Archives of a snippet in the store. */
  int stored(String snippet) {
    return store.list(new ResourceName(namespace, snippet)).size();
  }

  @Override
  public void close() throws InterruptedException {
    operator.stop(PATIENCE);
    connection.close();
  }

  private record NoArchives() implements ArchiveFetcher {

    @Override
    public Location locate(SourceResource source, String path) {
      throw new AssertionError("there is no source");
    }

    @Override
    public Optional<Location> locateStored(OwnArchive archive, String path) {
      return Optional.empty();
    }
  }
}
