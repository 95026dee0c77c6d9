// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;

/**
 * Follows snippets to the snippets they are built from.
 *
 * <p>A snippet is built from another one if its files, or those of a library it imports, come from
 * what the other one publishes. Whatever is not there ends the walk.
 */
public final class DependencyGraph {

  private final Dependencies dependencies;

  /** A graph that is looked up while it is walked. */
  public DependencyGraph(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  /**
   * The shortest way from a snippet back to itself.
   *
   * @return the snippets on the way, beginning and ending with the given one; empty if there is no
   *     way
   */
  public Optional<List<ResourceName>> cycleThrough(ResourceName start) {
    var cameFrom = new LinkedHashMap<ResourceName, ResourceName>();
    Deque<ResourceName> ahead = new ArrayDeque<>(List.of(start));
    while (!ahead.isEmpty()) {
      var snippet = ahead.remove();
      for (var upstream : upstreamOf(snippet)) {
        if (upstream.equals(start)) {
          return Optional.of(way(start, snippet, cameFrom));
        }
        if (cameFrom.putIfAbsent(upstream, snippet) == null) {
          ahead.add(upstream);
        }
      }
    }
    return Optional.empty();
  }

  /** The snippets that a snippet is built from directly. */
  public SequencedSet<ResourceName> upstreamOf(ResourceName snippet) {
    var upstream = new LinkedHashSet<ResourceName>();
    dependencies
        .ofSnippet(snippet)
        .ifPresent(
            edges -> {
              published(edges.origin(), snippet).ifPresent(upstream::add);
              for (var reference : edges.libraries()) {
                var library = reference.target(snippet);
                dependencies
                    .ofLibrary(library)
                    .flatMap(origin -> published(origin, library))
                    .ifPresent(upstream::add);
              }
            });
    return upstream;
  }

  private static Optional<ResourceName> published(Origin origin, ResourceName referrer) {
    return origin instanceof Origin.Referenced(var reference)
            && reference.kind().equals(SourceReference.EXTERNAL_ARTIFACT)
        ? Optional.of(reference.target(referrer))
        : Optional.empty();
  }

  private static List<ResourceName> way(
      ResourceName start, ResourceName last, Map<ResourceName, ResourceName> cameFrom) {
    var backwards = new ArrayList<ResourceName>(List.of(start));
    for (var at = last; at != null && !at.equals(start); at = cameFrom.get(at)) {
      backwards.add(at);
    }
    backwards.add(start);
    return List.copyOf(backwards.reversed());
  }
}
