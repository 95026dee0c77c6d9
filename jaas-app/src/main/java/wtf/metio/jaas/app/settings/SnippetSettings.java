// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * Where snippets and libraries lie.
 *
 * @param snippets files that are served under the very text given here
 * @param directories folders whose subfolders hold a {@code main.jsonnet}; the first one wins
 * @param libraryPaths folders that imports are looked for in; the last one wins
 */
public record SnippetSettings(
    List<String> snippets, List<String> directories, List<String> libraryPaths) {

  static final Flag<String> SNIPPET =
      Flag.paths(
          "snippet",
          "File to serve. Its path, as given here, is also its name in requests. It imports what"
              + " lies beside it and below, and libraries.");
  static final Flag<String> DIRECTORY =
      Flag.paths(
          "snippet-directory",
          "Folder to serve: each folder in it that has a main.jsonnet is a snippet of that name."
              + " The first of several wins.");
  static final Flag<String> LIBRARY_PATH =
      Flag.paths(
          "library-path",
          "Folder that imports are looked for in, after the folder of the importing file. The last"
              + " of several wins.");

  static final FlagGroup FLAGS =
      FlagGroup.of("Snippets and libraries", SNIPPET, DIRECTORY, LIBRARY_PATH);

  public SnippetSettings {
    snippets = List.copyOf(snippets);
    directories = List.copyOf(directories);
    libraryPaths = List.copyOf(libraryPaths);
  }

  static SnippetSettings from(Values values) {
    return new SnippetSettings(
        values.all(SNIPPET), values.all(DIRECTORY), values.all(LIBRARY_PATH));
  }
}
