// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.graph.Dependencies.Edges;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Which snippets are made of what, kept up to date one object at a time: a change costs as much as
 * the object has references, however many objects there are.
 *
 * <p>Belongs to one thread at a time.
 */
public final class Users {

  private final Links<ResourceName> imports = new Links<>();
  private final Links<Source> ownSources = new Links<>();
  private final Links<Source> librarySources = new Links<>();

  private record Source(String kind, ResourceName name) {}

  /** Takes in what a snippet refers to now. */
  public void put(ResourceName snippet, Edges edges) {
    imports.put(
        snippet,
        edges.libraries().stream()
            .map(reference -> reference.target(snippet))
            .collect(Collectors.toSet()));
    ownSources.put(snippet, sources(edges.origin(), snippet));
  }

  /** Forgets a snippet. */
  public void remove(ResourceName snippet) {
    imports.put(snippet, Set.of());
    ownSources.put(snippet, Set.of());
  }

  /** Takes in where the files of a library come from now. */
  public void putLibrary(ResourceName library, Origin origin) {
    librarySources.put(library, sources(origin, library));
  }

  /** Forgets a library; whoever imports it still does. */
  public void removeLibrary(ResourceName library) {
    librarySources.put(library, Set.of());
  }

  /** The snippets that import a library, whether it is there or not. */
  public Set<ResourceName> ofLibrary(ResourceName library) {
    return Set.copyOf(imports.to(library));
  }

  /** The snippets that are made of a source, directly or through a library. */
  public Set<ResourceName> ofSource(String kind, ResourceName name) {
    var source = new Source(kind, name);
    var users = new HashSet<>(ownSources.to(source));
    librarySources.to(source).forEach(library -> users.addAll(imports.to(library)));
    return users;
  }

  private static Set<Source> sources(Origin origin, ResourceName referrer) {
    return reference(origin, referrer).map(Set::of).orElse(Set.of());
  }

  private static Optional<Source> reference(Origin origin, ResourceName referrer) {
    return origin instanceof Origin.Referenced(var reference)
        ? Optional.of(new Source(reference.kind(), reference.target(referrer)))
        : Optional.empty();
  }
}
