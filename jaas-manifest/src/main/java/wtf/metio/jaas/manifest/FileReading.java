// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.notation.Nearest;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.manifest.schema.Kind;
import wtf.metio.jaas.manifest.schema.SourceKinds;
import wtf.metio.jaas.manifest.tree.Document;
import wtf.metio.jaas.manifest.tree.Documents;
import wtf.metio.jaas.manifest.tree.Flaw;
import wtf.metio.jaas.manifest.tree.Node;

/** Sorts out what the objects in one file are. Used once. */
final class FileReading {

  /** What has none of these was never meant for a cluster. */
  private static final List<String> PARTS = List.of("apiVersion", "kind", "metadata", "spec");

  private final String file;
  private final SnippetRules rules;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<ManifestProblem> problems = new ArrayList<>();
  private int others;
  private boolean complete = true;

  FileReading(String file, SnippetRules rules) {
    this.file = file;
    this.rules = rules;
  }

  ManifestFile read(Documents documents) {
    complete = documents.complete();
    for (var document : documents.documents()) {
      var flaws =
          documents.flaws().stream()
              .filter(flaw -> flaw.document() == document.number() && !flaw.field().isEmpty())
              .toList();
      object(document.root(), "", document, flaws);
    }
    documents.flaws().stream()
        .filter(flaw -> flaw.field().isEmpty())
        .forEach(
            flaw -> problem(new Place(file, flaw.document(), flaw.line()), "", flaw.message()));
    problems.sort(
        Comparator.comparingInt((ManifestProblem problem) -> problem.place().document())
            .thenComparingInt(problem -> problem.place().line()));
    return new ManifestFile(manifests, problems, others, complete);
  }

  Optional<Manifest> read(Node.Fields object) {
    var kind = object.text("kind").orElse("");
    var version = object.text("apiVersion").orElse("");
    named(new RawObject(object, version, kind, "", new Place(file, 0, 0)), List.of());
    return manifests.stream().findFirst();
  }

  private void object(Node node, String path, Document document, List<Flaw> flaws) {
    var place = new Place(file, document.number(), node.line());
    if (!(node instanceof Node.Fields root)) {
      stranger(place, "must be an object with apiVersion and kind, found " + node.description());
      return;
    }
    var apiVersion = root.text("apiVersion").orElse("");
    var kind = root.text("kind").orElse("");
    if (PARTS.stream().noneMatch(root.entries()::containsKey)) {
      others++;
    } else if (apiVersion.isEmpty() || kind.isEmpty()) {
      stranger(place, "is no object of Kubernetes: apiVersion and kind must be set");
    } else if (kind.endsWith("List") && root.get("items").isPresent()) {
      var items = root.items("items");
      for (int i = 0; i < items.size(); i++) {
        object(items.get(i), path + "items[" + i + "].", document, flaws);
      }
    } else {
      named(new RawObject(root, apiVersion, kind, path, place), flaws);
    }
  }

  private void named(RawObject object, List<Flaw> flaws) {
    var kind = Kind.of(object.kind());
    if (object.apiVersion().equals(Kind.API_VERSION) && kind.isPresent()) {
      ours(object, kind.get(), flaws);
    } else if (object.apiVersion().startsWith(SourceKinds.GROUP + '/')
        && SourceKinds.ALL.contains(object.kind())) {
      keep(new SourceForm(object).read());
    } else {
      misspelt(object)
          .ifPresentOrElse(message -> stranger(object.place(), message), () -> others++);
    }
  }

  private void ours(RawObject object, Kind kind, List<Flaw> flaws) {
    var form = new ResourceForm(object, kind, rules);
    flaws.forEach(form::flaw);
    keep(form.read());
  }

  private void keep(Reading reading) {
    reading.manifest().ifPresentOrElse(manifests::add, () -> complete = false);
    problems.addAll(reading.problems());
  }

  /** What an author meant who was close to one of our kinds. */
  private static Optional<String> misspelt(RawObject object) {
    var kinds = List.of(Kind.SNIPPET.text(), Kind.LIBRARY.text());
    if (object.apiVersion().equals(Kind.API_VERSION)) {
      var hint = Nearest.to(object.kind(), kinds).map(near -> "; did you mean " + near + '?');
      return Optional.of("kind \"" + object.kind() + "\" is not one of " + kinds + hint.orElse(""));
    }
    boolean ourGroup = object.apiVersion().startsWith(Kind.GROUP + '/');
    if (ourGroup || Kind.of(object.kind()).isPresent()) {
      return Optional.of(
          "apiVersion \""
              + object.apiVersion()
              + "\" is not known for kind "
              + object.kind()
              + "; did you mean "
              + Kind.API_VERSION
              + '?');
    }
    return Optional.empty();
  }

  private void stranger(Place place, String message) {
    complete = false;
    problem(place, "", message);
  }

  private void problem(Place place, String subject, String message) {
    problems.add(new ManifestProblem(place, subject, "", message));
  }

  /** What came of one object. */
  record Reading(Optional<Manifest> manifest, List<ManifestProblem> problems) {}
}
