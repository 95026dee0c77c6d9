// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.util.List;
import java.util.Map;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * Where a program lies and what it may import.
 *
 * <p>An import is looked for in this order, and the first file wins: beside the importing file, in
 * the same tree; in a library whose alias is the first name of the path, where the alias alone
 * stands for its {@code main.libsonnet}; in the search path, last tree first, where the name of a
 * folder alone stands for the {@code main.libsonnet} in it. Nothing outside of these trees is ever
 * read.
 *
 * @param entry the file to evaluate, in {@code home}
 * @param home the tree that holds it and its siblings
 * @param libraries trees by the alias under which the program imports them
 * @param searchPath trees asked for whatever is not found otherwise; the last one wins
 */
public record Program(
    TreePath entry, FileTree home, Map<String, FileTree> libraries, List<FileTree> searchPath) {

  public Program {
    libraries = Map.copyOf(libraries);
    searchPath = List.copyOf(searchPath);
  }

  /** A program that imports its siblings alone. */
  public static Program of(TreePath entry, FileTree home) {
    return new Program(entry, home, Map.of(), List.of());
  }

  /** How messages name the entry file. */
  public String label() {
    return home.label(entry);
  }
}
