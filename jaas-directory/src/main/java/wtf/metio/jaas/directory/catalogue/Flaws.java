// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.directory.catalogue.ShelvedFile.Shelved;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest;

/** Why a description must not be followed. */
final class Flaws {

  private Flaws() {}

  /**
   * Puts an object in its place.
   *
   * @param complaint about several descriptions of it; null if there is one
   */
  static void place(Shelved object, @Nullable String complaint, Catalogue.Entries entries) {
    var name = object.identity().name();
    switch (object.manifest()) {
      case Manifest.SnippetManifest snippet ->
          entries.snippets.put(
              name,
              new Described<>(snippet, object.digest(), flaw(complaint, snippet.violations())));
      case Manifest.LibraryManifest library ->
          entries.libraries.put(
              name,
              new Described<>(library, object.digest(), flaw(complaint, library.violations())));
      case Manifest.SourceManifest source ->
          entries.sources.put(
              Catalogue.sourceKey(source.kind(), name),
              new Described<>(source, object.digest(), flaw(complaint, List.of())));
    }
  }

  private static @Nullable Violation flaw(@Nullable String complaint, List<Violation> violations) {
    if (complaint != null) {
      return new Violation(Reason.INVALID_SPEC, "metadata.name", complaint);
    }
    return violations.isEmpty()
        ? null
        : new Violation(
            violations.getFirst().reason(),
            violations.getFirst().field(),
            violations.stream().map(Violation::message).collect(Collectors.joining("; ")));
  }
}
