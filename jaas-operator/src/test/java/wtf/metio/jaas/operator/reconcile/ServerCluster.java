// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Reference;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.ResourceReading;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.operator.tenant.MemoryApiServer;
import wtf.metio.jaas.operator.watch.Cluster;

/** A cluster whose watches are never late: everything is looked up at the server itself. */
final class ServerCluster implements Cluster {

  private static final String GROUP = "source.toolkit.fluxcd.io";

  private final MemoryApiServer server;
  private final ResourceReading reading;
  final Set<ResourceName> snippets = new TreeSet<>();
  final Set<ResourceName> libraries = new TreeSet<>();
  final Set<ResourceName> stranded = new HashSet<>();

  ServerCluster(MemoryApiServer server, ResourceReading reading) {
    this.server = server;
    this.reading = reading;
  }

  @Override
  public Optional<SnippetResource> snippet(ResourceName name) {
    return Optional.of(name)
        .filter(snippets::contains)
        .flatMap(it -> server.find(ResourceType.SNIPPET, it))
        .filter(ServerCluster::isThere)
        .flatMap(reading::snippet)
        .map(
            snippet ->
                published(name)
                    .map(artifact -> ResourceReading.withPublished(snippet, artifact))
                    .orElse(snippet));
  }

  /** The server in memory keeps what a real one removes with its last finalizer. */
  static boolean isThere(KubeObject object) {
    return !object.isLeaving()
        || object.part("metadata").get("finalizers") instanceof JsonArray list && !list.isEmpty();
  }

  @Override
  public Collection<ResourceName> snippets() {
    return snippets.stream().filter(name -> snippet(name).isPresent()).toList();
  }

  @Override
  public Optional<LibraryResource> library(ResourceName name) {
    return server.find(ResourceType.LIBRARY, name).flatMap(reading::library);
  }

  @Override
  public Collection<ResourceName> libraries() {
    return List.copyOf(libraries);
  }

  static ResourceType type(String kind) {
    return switch (kind) {
      case "GitRepository" -> new ResourceType(GROUP, "v1", "gitrepositories", kind);
      case "OCIRepository" -> new ResourceType(GROUP, "v1", "ocirepositories", kind);
      case "Bucket" -> new ResourceType(GROUP, "v1", "buckets", kind);
      default -> ResourceType.EXTERNAL_ARTIFACT;
    };
  }

  @Override
  public Optional<SourceResource> source(String kind, ResourceName name) {
    return server.find(type(kind), name).flatMap(reading::source);
  }

  @Override
  public Optional<KubeObject> published(ResourceName snippet) {
    return server
        .find(ResourceType.EXTERNAL_ARTIFACT, snippet)
        .filter(object -> object.part("spec").get("sourceRef") instanceof JsonObject);
  }

  @Override
  public boolean knows(String kind) {
    return true;
  }

  @Override
  public Set<ResourceName> usersOfLibrary(ResourceName library) {
    return snippets().stream()
        .filter(name -> libraries(name).stream().anyMatch(it -> it.target(name).equals(library)))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<ResourceName> usersOfSource(String kind, ResourceName source) {
    var users = new HashSet<ResourceName>();
    for (var name : snippets()) {
      boolean direct =
          ofSnippet(name).filter(edges -> isFrom(edges.origin(), name, kind, source)).isPresent();
      boolean through =
          libraries(name).stream()
              .map(it -> it.target(name))
              .anyMatch(
                  library ->
                      ofLibrary(library)
                          .filter(origin -> isFrom(origin, library, kind, source))
                          .isPresent());
      if (direct || through) {
        users.add(name);
      }
    }
    return users;
  }

  private static boolean isFrom(
      Origin origin, ResourceName owner, String kind, ResourceName source) {
    return origin instanceof Origin.Referenced(SourceReference reference)
        && reference.kind().equals(kind)
        && ((Reference) reference).target(owner).equals(source);
  }

  private List<LibraryReference> libraries(ResourceName snippet) {
    return ofSnippet(snippet).map(Edges::libraries).orElseGet(List::of);
  }

  @Override
  public Set<ResourceName> stranded() {
    return stranded;
  }

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return snippet(snippet)
        .map(it -> new Edges(it.snippet().spec().origin(), it.snippet().spec().libraries()));
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return library(library).map(LibraryResource::origin);
  }

  @Override
  public void wrote(KubeObject object) {
    // The server knows.
  }
}
