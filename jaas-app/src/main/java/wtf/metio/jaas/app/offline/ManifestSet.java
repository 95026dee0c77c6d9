// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeMap;
import wtf.metio.jaas.domain.graph.Dependencies;
import wtf.metio.jaas.domain.publication.LibraryFinder;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.manifest.Manifest;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;
import wtf.metio.jaas.manifest.ManifestProblem;

/** Everything that the named files describe together. */
final class ManifestSet implements Dependencies, LibraryFinder {

  private final SequencedMap<ResourceName, SnippetManifest> snippets = new TreeMap<>();
  private final Map<ResourceName, LibraryManifest> libraries = new TreeMap<>();
  private final Map<SourceKey, LocatedSource> sources = new LinkedHashMap<>();
  private final List<ManifestProblem> problems = new ArrayList<>();
  private int others;

  private record SourceKey(String kind, ResourceName name) {}

  /**
   * A source.
   *
   * @param folder at which its path begins if it is a relative one
   */
  record LocatedSource(SourceManifest manifest, Path folder) {}

  ManifestSet(List<ManifestPaths.ReadFile> files) {
    for (var file : files) {
      problems.addAll(file.content().problems());
      others += file.content().others();
      file.content().manifests().forEach(manifest -> add(manifest, file.folder()));
    }
  }

  private void add(Manifest manifest, Path folder) {
    var name = manifest.metadata().name();
    Manifest other =
        switch (manifest) {
          case SnippetManifest snippet -> snippets.putIfAbsent(name, snippet);
          case LibraryManifest library -> libraries.putIfAbsent(name, library);
          case SourceManifest source -> {
            var known =
                sources.putIfAbsent(
                    new SourceKey(source.kind(), name), new LocatedSource(source, folder));
            yield known == null ? null : known.manifest();
          }
        };
    if (other != null) {
      problems.add(
          new ManifestProblem(
              manifest.place(),
              manifest.kind() + ' ' + name,
              "",
              "is described at " + other.place() + " already"));
    }
  }

  /** The snippets in the order of their names. */
  SequencedCollection<SnippetManifest> snippets() {
    return snippets.sequencedValues();
  }

  Optional<SnippetManifest> snippet(ResourceName name) {
    return Optional.ofNullable(snippets.get(name));
  }

  Optional<LocatedSource> source(SourceReference reference, ResourceName referrer) {
    return Optional.ofNullable(
        sources.get(new SourceKey(reference.kind(), reference.target(referrer))));
  }

  /** How many descriptions are ours. */
  int count() {
    return snippets.size() + libraries.size() + sources.size();
  }

  /** How many objects are no concern of ours. */
  int others() {
    return others;
  }

  /** What is wrong with single manifests, and between them. */
  List<ManifestProblem> problems() {
    return problems;
  }

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return snippet(snippet).map(it -> new Edges(it.spec().origin(), it.spec().libraries()));
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return Optional.ofNullable(libraries.get(library)).map(LibraryManifest::origin);
  }

  @Override
  public Lookup find(ResourceName library, Tenant tenant) {
    var found = libraries.get(library);
    if (found == null) {
      return new Lookup.Absent();
    }
    return found.violations().stream()
        .findFirst()
        .<Lookup>map(
            violation ->
                new Lookup.Unavailable(
                    violation.reason(),
                    "JsonnetLibrary " + library + ": " + violation.message(),
                    Retry.SLOWLY))
        .orElseGet(() -> new Lookup.Found(found.origin(), Permission.GRANTED));
  }
}
