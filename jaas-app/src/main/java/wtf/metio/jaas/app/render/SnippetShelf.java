// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.settings.SnippetSettings;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;

/**
 * Which program a name means.
 *
 * <p>Folders are looked into at every request, so that what is added, changed or removed is seen at
 * once. A program may read the folder it was found through and the library folders, nothing else.
 */
final class SnippetShelf {

  private static final String ENTRY = "main.jsonnet";

  private final Map<String, Program> files = new LinkedHashMap<>();
  private final List<FileTree> directories;
  private final List<FileTree> libraries;

  SnippetShelf(SnippetSettings settings) {
    libraries = settings.libraryPaths().stream().map(SnippetShelf::folder).toList();
    directories = settings.directories().stream().map(SnippetShelf::folder).toList();
    settings.snippets().forEach(snippet -> file(snippet).ifPresent(it -> files.put(snippet, it)));
  }

  /** The program of this name: a file served under it, else the first folder that has it. */
  Optional<Program> find(String name) {
    var file = files.get(name);
    if (file != null) {
      return Optional.of(file);
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return TreePath.of(name + "/" + ENTRY)
        .flatMap(
            entry ->
                directories.stream()
                    .filter(directory -> directory.holds(entry))
                    .findFirst()
                    .map(directory -> program(entry, directory)));
  }

  private Optional<Program> file(String snippet) {
    var path = Path.of(snippet);
    var name = path.getFileName();
    var parent = path.getParent();
    if (name == null || parent == null && name.toString().isEmpty()) {
      return Optional.empty();
    }
    var home =
        parent == null
            ? new ConfinedRoot(Path.of(""), "")
            : new ConfinedRoot(parent, labelOfFolder(snippet, name.toString()));
    return TreePath.of(name.toString()).map(entry -> program(entry, home));
  }

  /** Messages show the file as it was written, not as the machine would. */
  private static String labelOfFolder(String snippet, String name) {
    return snippet.endsWith("/" + name)
        ? snippet.substring(0, snippet.length() - name.length())
        : snippet;
  }

  private Program program(TreePath entry, FileTree home) {
    return new Program(entry, home, Map.of(), libraries);
  }

  private static FileTree folder(String folder) {
    return new ConfinedRoot(Path.of(folder));
  }
}
