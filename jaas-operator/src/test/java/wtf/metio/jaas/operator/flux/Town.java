// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonParser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.MemorySource;
import wtf.metio.jaas.domain.publication.Publisher.Announcement;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.KubeOptions;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.operator.resource.ResourceReading;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.tenant.Tenants;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * Two teams in namespaces of their own on a real API server, each with the account {@code renderer}
 * that has the shipped role and no other, and the rooms that act for them, with the rights of the
 * operator. What watches would tell, a test tells with {@link #look}.
 */
final class Town implements ArchiveFetcher, AutoCloseable {

  static final String DIGEST = "sha256:" + "d".repeat(64);

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Installation INSTALLATION = Installation.in(CLUSTER);

  final String team = CLUSTER.namespace("team");
  final String other = CLUSTER.namespace("other");
  final MemoryCluster watched = new MemoryCluster();
  final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final KubeConnection connection;
  private final ResourceReading reading = new ResourceReading(new SnippetRules(Set.of(), Set.of()));
  final Tenants tenants;
  final FluxSources sources;
  final ClusterLibraries libraries;
  final ArtifactPublisher publisher;

  Town() {
    INSTALLATION.tenant(team, "renderer");
    INSTALLATION.tenant(other, "renderer");
    var operator = CLUSTER.kubeconfig(INSTALLATION.operator()).toString();
    RequestListener listener =
        request ->
            requests.add(
                request.verb()
                    + ' '
                    + request.resource()
                    + (request.subresource().isEmpty() ? "" : '/' + request.subresource()));
    connection = KubeConnection.open(KubeOptions.of(operator, "tests"), listener);
    var clock = Clock.systemUTC();
    tenants = new Tenants(connection.api(), connection::as, clock, new Failures());
    var permissions = new Permissions(clock);
    var base = new BaseUrl("http://jaas.example");
    sources = new FluxSources(watched, tenants, this, base, permissions);
    libraries =
        new ClusterLibraries(
            watched, tenants, permissions, object -> reading.library(object).orElseThrow());
    publisher = new ArtifactPublisher(watched, tenants, base, clock);
  }

  private final class Failures implements TenantListener {

    @Override
    public void minted(Tenant tenant) {
      // Seen in the requests.
    }

    @Override
    public void mintFailed(Tenant tenant, String message) {
      failures.add(tenant.namespace() + '/' + tenant.serviceAccount());
    }
  }

  Tenant tenant(String namespace) {
    return new Tenant(namespace, "renderer");
  }

  static Cluster cluster() {
    return CLUSTER;
  }

  /** An object as it is at the server. */
  KubeObject object(Resource resource, ResourceName name) {
    var text = CLUSTER.admin().get(resource.in(name.namespace(), name.name())).object().toString();
    return new KubeObject(JsonParser.parseString(text).getAsJsonObject());
  }

  boolean exists(Resource resource, ResourceName name) {
    return CLUSTER.admin().get(resource.in(name.namespace(), name.name())).succeeded();
  }

  /** Makes a snippet, and lets the watches know. */
  ResourceName snippet(String namespace, String name) {
    CLUSTER.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata: {name: %s, namespace: %s, labels: {team: blue}}
        spec: {files: {main.jsonnet: '{}'}}
        """
            .formatted(name, namespace));
    var snippet = new ResourceName(namespace, name);
    look(snippet);
    return snippet;
  }

  /** Lets the watches know of a snippet and of its artifact as they are. */
  void look(ResourceName snippet) {
    var object = object(Resource.SNIPPETS, snippet);
    watched.snippets.put(snippet, reading.snippet(object).orElseThrow());
    watched.published.remove(snippet);
    if (exists(Resource.EXTERNAL_ARTIFACTS, snippet)) {
      watched.wrote(object(Resource.EXTERNAL_ARTIFACTS, snippet));
    }
  }

  /** Makes a library, and lets the watches know. */
  ResourceName library(String namespace, String name) {
    CLUSTER.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetLibrary
        metadata: {name: %s, namespace: %s}
        spec: {files: {x.libsonnet: '{}'}}
        """
            .formatted(name, namespace));
    var library = new ResourceName(namespace, name);
    watched.libraries.put(
        library, reading.library(object(Resource.LIBRARIES, library)).orElseThrow());
    return library;
  }

  /** Makes a repository that is ready, and lets the watches know. */
  ResourceName repository(String namespace, String name) {
    CLUSTER.apply(
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: %s, namespace: %s}
        spec: {interval: 1m, url: "https://git.example/%s"}
        """
            .formatted(name, namespace, namespace));
    var repository = new ResourceName(namespace, name);
    var path = Resource.GIT_REPOSITORIES.in(namespace, name);
    var revision = "http://source.example/" + namespace + '/' + name + ".tar.gz";
    CLUSTER
        .admin()
        .patch(
            path + "/status",
            """
            {"status": {
              "observedGeneration": 1,
              "conditions": [{"type": "Ready", "status": "True", "reason": "Succeeded",
                "message": "stored", "lastTransitionTime": "2026-01-01T00:00:00Z"}],
              "artifact": {"url": "%s", "path": "x", "revision": "main@sha1:1", "digest": "%s",
                "lastUpdateTime": "2026-01-01T00:00:00Z", "size": 1}}}
            """
                .formatted(revision, DIGEST))
        .object();
    watched.know(reading.source(object(Resource.GIT_REPOSITORIES, repository)).orElseThrow());
    return repository;
  }

  Announcement announce(ResourceName snippet, String content) {
    return announce(snippet, content, tenant(snippet.namespace()));
  }

  Announcement announce(ResourceName snippet, String content, Tenant tenant) {
    return publisher.announce(
        Village.snippet(snippet), Village.archive(content), tenant, Fence.OPEN);
  }

  /** What a snippet of the team gets of a source; null if it gets its files. */
  Optional<SourceProblem> problem(SourceReference reference) {
    var location = sources.locate(reference, new ResourceName(team, "dash"), tenant(team));
    return switch (location) {
      case Location.Unavailable(var problem) -> Optional.of(problem);
      case Location.Found(_, var download) ->
          download.fetch(Cancellation.NEVER) instanceof Delivery.Undelivered(var problem)
              ? Optional.of(problem)
              : Optional.empty();
    };
  }

  /** What was asked since the last time. */
  List<String> asked() {
    var asked = List.copyOf(requests);
    requests.clear();
    return asked;
  }

  @Override
  public Location locate(SourceResource source, String path) {
    return new Location.Found(
        source.digest() + path,
        _ ->
            new Delivery.Delivered(
                MemorySource.of("source", FileSet.ofTexts(Map.of("main.jsonnet", "{}")))));
  }

  @Override
  public Optional<Location> locateStored(OwnArchive archive, String path) {
    return Optional.empty();
  }

  @Override
  public void close() {
    connection.close();
  }
}
