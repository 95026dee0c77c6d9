// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.graph.Dependencies;
import wtf.metio.jaas.domain.graph.Users;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.snippet.Wishes;
import wtf.metio.jaas.manifest.Manifest;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;
import wtf.metio.jaas.manifest.Metadata;

/** Everybody who is described, at one moment. Never changes. */
public final class Catalogue implements Dependencies {

  private final SortedMap<ResourceName, Described<SnippetManifest>> snippets;
  private final SortedMap<ResourceName, Described<LibraryManifest>> libraries;
  private final SortedMap<String, Described<SourceManifest>> sources;
  private final Users users = new Users();
  private final List<String> problems;

  Catalogue(Entries entries, List<String> problems) {
    snippets = Collections.unmodifiableSortedMap(entries.snippets);
    libraries = Collections.unmodifiableSortedMap(entries.libraries);
    sources = Collections.unmodifiableSortedMap(entries.sources);
    this.problems = List.copyOf(problems);
    snippets.forEach((name, _) -> ofSnippet(name).ifPresent(edges -> users.put(name, edges)));
    libraries.forEach((name, library) -> users.putLibrary(name, library.manifest().origin()));
  }

  /** Nobody is described. */
  public static Catalogue empty() {
    return new Catalogue(new Entries(), List.of());
  }

  /** What a catalogue is made of. */
  static final class Entries {
    final SortedMap<ResourceName, Described<SnippetManifest>> snippets = new TreeMap<>();
    final SortedMap<ResourceName, Described<LibraryManifest>> libraries = new TreeMap<>();
    final SortedMap<String, Described<SourceManifest>> sources = new TreeMap<>();
  }

  /** All snippets. */
  public SortedMap<ResourceName, Described<SnippetManifest>> snippets() {
    return snippets;
  }

  /** A snippet. */
  public Optional<Described<SnippetManifest>> snippet(ResourceName name) {
    return Optional.ofNullable(snippets.get(name));
  }

  /** A library. */
  public Optional<Described<LibraryManifest>> library(ResourceName name) {
    return Optional.ofNullable(libraries.get(name));
  }

  /** The source that somebody refers to. */
  public Optional<Described<SourceManifest>> source(
      SourceReference reference, ResourceName referrer) {
    return Optional.ofNullable(
        sources.get(sourceKey(reference.kind(), reference.target(referrer))));
  }

  /** All sources. */
  public List<SourceManifest> sources() {
    return sources.values().stream().map(Described::manifest).toList();
  }

  /** Everything that is wrong in the folder, a line each, in the order of the files. */
  public List<String> problems() {
    return problems;
  }

  /** The snippets that are made of what another one publishes. */
  public Set<ResourceName> usersOfPublished(ResourceName snippet) {
    return users.ofSource(SourceReference.EXTERNAL_ARTIFACT, snippet);
  }

  /** The snippets that are made of a source. */
  public Set<ResourceName> usersOf(SourceManifest source) {
    return users.ofSource(source.kind(), source.metadata().name());
  }

  /**
   * The snippets for which something is different now: their description, that of a library or
   * source they use, or whether they are described at all.
   */
  public Set<ResourceName> touchedSince(Catalogue before) {
    var touched = new HashSet<>(differing(before.snippets, snippets));
    for (var library : differing(before.libraries, libraries)) {
      touched.addAll(before.users.ofLibrary(library));
      touched.addAll(users.ofLibrary(library));
    }
    for (var key : differing(before.sources, sources)) {
      var source = Objects.requireNonNull(sources.getOrDefault(key, before.sources.get(key)));
      touched.addAll(before.usersOf(source.manifest()));
      touched.addAll(usersOf(source.manifest()));
    }
    return touched;
  }

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return snippet(snippet)
        .map(it -> new Edges(it.manifest().spec().origin(), it.manifest().spec().libraries()));
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return library(library).map(it -> it.manifest().origin());
  }

  static String sourceKey(String kind, ResourceName name) {
    return kind + ' ' + name;
  }

  private static <K, M extends Manifest> Set<K> differing(
      SortedMap<K, Described<M>> before, SortedMap<K, Described<M>> after) {
    Set<K> differing = new HashSet<>();
    after.forEach(
        (key, now) -> {
          if (!isSame(before.get(key), now)) {
            differing.add(key);
          }
        });
    before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(differing::add);
    return differing;
  }

  private static boolean isSame(@Nullable Described<?> before, Described<?> now) {
    return before != null
        && before.digest().equals(now.digest())
        && before.problem().equals(now.problem())
        && wishes(before.manifest().metadata()).equals(wishes(now.manifest().metadata()));
  }

  private static List<String> wishes(Metadata metadata) {
    return Wishes.ANNOTATIONS.stream()
        .map(wish -> metadata.annotations().getOrDefault(wish, ""))
        .toList();
  }
}
