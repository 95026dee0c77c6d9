// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.operator.watch.Cluster;

/** What watches would have told, as a test says. */
final class MemoryCluster implements Cluster {

  final Map<ResourceName, SnippetResource> snippets = new HashMap<>();
  final Map<ResourceName, LibraryResource> libraries = new HashMap<>();
  final Map<String, SourceResource> sources = new HashMap<>();
  final Map<ResourceName, KubeObject> published = new HashMap<>();
  final Set<String> kinds = new HashSet<>(Set.of("ExternalArtifact"));

  void know(SourceResource source) {
    sources.put(source.kind() + ' ' + source.name(), source);
  }

  @Override
  public Optional<SnippetResource> snippet(ResourceName name) {
    return Optional.ofNullable(snippets.get(name));
  }

  @Override
  public Collection<ResourceName> snippets() {
    return snippets.keySet();
  }

  @Override
  public Optional<LibraryResource> library(ResourceName name) {
    return Optional.ofNullable(libraries.get(name));
  }

  @Override
  public Collection<ResourceName> libraries() {
    return libraries.keySet();
  }

  @Override
  public Optional<SourceResource> source(String kind, ResourceName name) {
    return Optional.ofNullable(sources.get(kind + ' ' + name));
  }

  @Override
  public Optional<KubeObject> published(ResourceName snippet) {
    return Optional.ofNullable(published.get(snippet));
  }

  @Override
  public boolean knows(String kind) {
    return kinds.contains(kind);
  }

  @Override
  public Set<ResourceName> usersOfLibrary(ResourceName library) {
    return Set.of();
  }

  @Override
  public Set<ResourceName> usersOfSource(String kind, ResourceName source) {
    return Set.of();
  }

  @Override
  public void wrote(KubeObject object) {
    published.put(object.name(), object);
  }

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return snippet(snippet).map(found -> new Edges(found.snippet().spec().origin(), List.of()));
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return library(library).map(LibraryResource::origin);
  }

  @Override
  public Set<ResourceName> stranded() {
    return Set.of();
  }
}
