// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;

/** Files on disk, named relative to a root, found beside the importing file and then on a path. */
final class ReferenceFiles implements Importer {

  private final Path root;
  private final List<String> searchPath;

  /**
   * Files below a root.
   *
   * @param searchPath folders relative to the root; the first wins
   */
  ReferenceFiles(Path root, List<String> searchPath) {
    this.root = root;
    this.searchPath = List.copyOf(searchPath);
  }

  @Override
  public Import load(String importedFrom, String path) {
    for (var name : candidates(importedFrom, path)) {
      var file = root.resolve(name);
      if (Files.isDirectory(file)) {
        return new Import.Missing("read " + name + ": is a directory");
      }
      if (Files.exists(file)) {
        return read(name, file);
      }
    }
    return new Import.Missing(EngineUnderTest.NOT_FOUND);
  }

  private List<String> candidates(String importedFrom, String path) {
    var names = new ArrayList<String>();
    names.add(Path.of(importedFrom).resolveSibling(path).normalize().toString());
    searchPath.forEach(folder -> names.add(Path.of(folder, path).normalize().toString()));
    return names;
  }

  private static Import read(String name, Path file) {
    try {
      return new Import.Found(name, Files.readAllBytes(file));
    } catch (IOException e) {
      return new Import.Missing(String.valueOf(e.getMessage()));
    }
  }
}
