// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.notation.TextHash;
import wtf.metio.jaas.domain.snippet.NamedValue;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.manifest.Manifest;

/** A digest of what a description means, however it is written and wherever it stands. */
final class DescriptionDigest {

  private final TextHash hash = new TextHash();

  private DescriptionDigest() {}

  static String of(Manifest manifest) {
    var print = new DescriptionDigest();
    switch (manifest) {
      case Manifest.SnippetManifest snippet -> print.add(snippet.spec());
      case Manifest.LibraryManifest library -> print.add(library.origin());
      case Manifest.SourceManifest source ->
          print.add(
              source.apiVersion(),
              source.url(),
              source.revision(),
              source.digest(),
              source.unready());
    }
    return print.hash.end();
  }

  private void add(SnippetSpec spec) {
    add(spec.entryFile(), spec.output().text(), spec.format().text());
    add(Boolean.toString(spec.suspend()), Integer.toString(spec.history()));
    add(spec.interval().toString());
    add(spec.origin());
    for (var library : spec.libraries()) {
      add("library", library.kind(), library.name(), library.alias());
      add(Optional.ofNullable(library.namespace()).orElse(""));
    }
    add("arguments", spec.topLevelArguments());
    add("variables", spec.externalVariables());
  }

  private void add(Origin origin) {
    switch (origin) {
      case Origin.Inline(var files) -> add("inline", Revision.ofFiles(files).text());
      case Origin.Referenced(var reference) -> add(reference);
      case Origin.Unclear() -> add("unclear");
    }
  }

  private void add(SourceReference reference) {
    add(reference.apiVersion(), reference.kind(), reference.name(), reference.path());
    add(Optional.ofNullable(reference.namespace()).orElse(""));
  }

  private void add(String kind, List<NamedValue> values) {
    for (var value : values) {
      add(kind, value.name(), value.value(), Boolean.toString(value.code()));
    }
  }

  private void add(String... texts) {
    hash.add(texts);
  }
}
