// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.MemorySource;
import wtf.metio.jaas.domain.publication.Publisher.Announcement;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SnippetStatus;
import wtf.metio.jaas.operator.resource.SourceReading;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.operator.tenant.MemoryApiServer;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.tenant.Tenants;
import wtf.metio.jaas.work.SteppingClock;

/**
 * Two teams on one small server, and what the watches know of it: {@code team} with the account
 * {@code renderer}, and {@code other} with an account of the same name.
 */
final class Village implements ArchiveFetcher {

  static final Tenant TENANT = new Tenant("team", "renderer");
  static final Tenant OTHER = new Tenant("other", "renderer");
  static final ResourceName NAME = new ResourceName("team", "dash");
  static final String BASE = "http://jaas.example/";
  static final String DIGEST = "sha256:" + "d".repeat(64);
  static final ResourceType REPOSITORY =
      new ResourceType("source.toolkit.fluxcd.io", "v1", "gitrepositories", "GitRepository");

  final SteppingClock clock = new SteppingClock();
  final MemoryApiServer server = new MemoryApiServer(clock);
  final MemoryCluster cluster = new MemoryCluster();
  final Tenants tenants =
      new Tenants(
          server.operator(),
          server::withToken,
          clock,
          new TenantListener() {
            @Override
            public void minted(Tenant tenant) {
              // Seen in the requests.
            }

            @Override
            public void mintFailed(Tenant tenant, String message) {
              // Seen in the answer.
            }
          });
  final Permissions permissions = new Permissions(clock);
  final FluxSources sources =
      new FluxSources(cluster, tenants, this, new BaseUrl(BASE), permissions);
  final ClusterLibraries libraries =
      new ClusterLibraries(cluster, tenants, permissions, Village::library);
  final ArtifactPublisher publisher =
      new ArtifactPublisher(cluster, tenants, new BaseUrl(BASE), clock);
  final List<OwnArchive> stored = new ArrayList<>();
  final List<String> fetched = new ArrayList<>();
  final Map<String, SourceProblem> damaged = new HashMap<>();

  Village() {
    server.tenant("team", "renderer");
    server.tenant("other", "renderer");
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** An object with nothing but a name. */
  static JsonObject bare(ResourceName name) {
    var metadata = new JsonObject();
    metadata.addProperty("namespace", name.namespace());
    metadata.addProperty("name", name.name());
    var object = new JsonObject();
    object.add("metadata", metadata);
    return object;
  }

  /** A repository that is ready, at the server and in the watches. */
  SourceResource repository(ResourceName name, String url) {
    return repository(name, url, "True");
  }

  SourceResource repository(ResourceName name, String url, String ready) {
    var object = bare(name);
    object.add(
        "status",
        json(
            """
            {"observedGeneration": 1,
             "conditions": [{"type": "Ready", "status": "%s", "reason": "Because"}],
             "artifact": {"url": "%s", "revision": "main@sha1:1", "digest": "%s"}}
            """
                .formatted(ready, url, DIGEST)));
    var source = SourceReading.of("GitRepository", server.put(REPOSITORY, object));
    cluster.know(source);
    return source;
  }

  /** A library with one file, at the server and in the watches. */
  void inlineLibrary(ResourceName name) {
    cluster.libraries.put(name, library(server.put(ResourceType.LIBRARY, bare(name))));
  }

  static LibraryResource library(KubeObject object) {
    return new LibraryResource(
        object, new Origin.Inline(FileSet.ofTexts(Map.of("x.libsonnet", "{}"))), List.of());
  }

  /** The snippet as it is described, with labels. */
  void describe(ResourceName name, String uid, String labels) {
    var object = bare(name);
    object.getAsJsonObject("metadata").addProperty("uid", uid);
    object.getAsJsonObject("metadata").add("labels", json(labels));
    describe(new KubeObject(object));
  }

  void describe(KubeObject object) {
    cluster.snippets.put(
        object.name(),
        new SnippetResource(
            object, snippet(object.name()), List.of(), SnippetStatus.EMPTY, Ledger.EMPTY));
  }

  SnippetResource described(ResourceName name) {
    return cluster.snippet(name).orElseThrow();
  }

  static Snippet snippet(ResourceName name) {
    return new Snippet(
        name,
        new SnippetSpec(
            "renderer",
            SnippetSpec.DEFAULT_ENTRY,
            new Origin.Inline(FileSet.ofTexts(Map.of(SnippetSpec.DEFAULT_ENTRY, "{}"))),
            List.of(),
            List.of(),
            List.of(),
            Output.RENDERED,
            Format.JSON,
            false,
            1,
            Duration.ZERO));
  }

  static StoredArchive archive(String content) {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    return new StoredArchive(Revision.ofText(bytes), Digest.of(bytes), bytes.length, Instant.EPOCH);
  }

  Announcement announce(String content) {
    return publisher.announce(snippet(NAME), archive(content), TENANT, Fence.OPEN);
  }

  /** The ExternalArtifact as it is at the server. */
  KubeObject artifact() {
    return server.find(ResourceType.EXTERNAL_ARTIFACT, NAME).orElseThrow();
  }

  @Override
  public Location locate(SourceResource source, String path) {
    if (source.url().startsWith("file:")) {
      return new Location.Unavailable(
          new SourceProblem(
              Reason.SOURCE_FETCH_FAILED, source.url() + ": not allowed", Retry.SLOWLY));
    }
    return new Location.Found(
        source.digest() + path,
        _ -> {
          fetched.add(source.url());
          return Optional.ofNullable(damaged.get(source.url()))
              .<Delivery>map(Delivery.Undelivered::new)
              .orElseGet(() -> delivered(source.url()));
        });
  }

  @Override
  public Optional<Location> locateStored(OwnArchive archive, String path) {
    return stored.contains(archive)
        ? Optional.of(
            new Location.Found(
                archive.digest().text(),
                _ -> {
                  fetched.add("store " + archive.owner());
                  return delivered("store");
                }))
        : Optional.empty();
  }

  private static Delivery delivered(String text) {
    return new Delivery.Delivered(
        MemorySource.of("source", FileSet.ofTexts(Map.of("main.jsonnet", "'" + text + "'"))));
  }
}
