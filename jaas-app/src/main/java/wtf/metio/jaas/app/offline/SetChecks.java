// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.archive.EntryName;
import wtf.metio.jaas.domain.graph.DependencyGraph;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.ManifestProblem;

/** What would fail in a service although each manifest keeps the rules. */
final class SetChecks {

  private SetChecks() {}

  static List<ManifestProblem> problems(ManifestSet set) {
    var problems = new ArrayList<ManifestProblem>();
    var graph = new DependencyGraph(set);
    for (var snippet : set.snippets()) {
      graph
          .cycleThrough(snippet.metadata().name())
          .ifPresent(way -> problems.add(problem(snippet, "spec.sourceRef", cycle(way))));
      if (snippet.violations().isEmpty()
          && snippet.spec().origin() instanceof Origin.Inline(var files)) {
        inline(snippet, files, problems);
      }
    }
    return problems;
  }

  private static void inline(
      SnippetManifest snippet, FileSet files, List<ManifestProblem> problems) {
    var spec = snippet.spec();
    if (spec.output() == Output.RENDERED && files.content(spec.entryFile()).isEmpty()) {
      problems.add(
          problem(
              snippet,
              "spec.files",
              "source must contain \"" + spec.entryFile() + "\" as the snippet entry point"));
    }
    if (spec.output() == Output.SOURCE) {
      for (var path : files.paths()) {
        if (EntryName.consumable(path).filter(path::equals).isEmpty()) {
          problems.add(
              problem(
                  snippet,
                  "spec.files",
                  "\""
                      + path
                      + "\" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no"
                      + " dot-prefixed segments, no traversal)"));
        }
      }
    }
  }

  private static String cycle(List<ResourceName> way) {
    return way.stream()
        .map(ResourceName::toString)
        .collect(Collectors.joining(" \u2192 ", "spec.sourceRef chain forms a cycle: ", ""));
  }

  private static ManifestProblem problem(SnippetManifest snippet, String field, String message) {
    return new ManifestProblem(
        snippet.place(), snippet.kind() + ' ' + snippet.metadata().name(), field, message);
  }
}
