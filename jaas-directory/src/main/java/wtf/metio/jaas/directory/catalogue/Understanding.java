// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.List;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.evaluation.SyntaxCheck;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.manifest.Manifest;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;
import wtf.metio.jaas.manifest.ManifestFile;
import wtf.metio.jaas.manifest.ManifestReader;

/**
 * Understands files.
 *
 * @param syntax reads the programs that stand in libraries; snippets tell of theirs themselves
 */
public record Understanding(ManifestReader reader, SyntaxCheck syntax) {

  ManifestFile read(String path, byte[] content) {
    return reader.read(path, content);
  }

  /** Everything that is wrong in a file, a line each. */
  List<String> problems(String path, ManifestFile file) {
    return Stream.concat(
            file.problems().stream().map(Object::toString),
            file.manifests().stream().flatMap(manifest -> flaw(path, manifest)))
        .toList();
  }

  private Stream<String> flaw(String path, Manifest manifest) {
    if (!(manifest instanceof LibraryManifest library
        && library.origin() instanceof Origin.Inline(var files))) {
      return Stream.empty();
    }
    var name = library.metadata().name();
    return syntax
        .flaw(files)
        .map(
            flaw ->
                path
                    + ": JsonnetLibrary \""
                    + name.name()
                    + "\" in \""
                    + name.namespace()
                    + "\": "
                    + flaw.strip())
        .stream();
  }
}
