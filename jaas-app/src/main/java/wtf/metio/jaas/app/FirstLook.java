// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wtf.metio.jaas.app.settings.SnippetSettings;

/** Looks whether paths given as settings are what they should be. They may become so later. */
final class FirstLook {

  private FirstLook() {}

  /**
   * What is odd about a path.
   *
   * @param reason a clause, with what to do if that is clear
   */
  record Warning(String flag, String path, String reason) {}

  static List<Warning> warnings(SnippetSettings settings) {
    return Stream.of(
            settings.snippets().stream().map(FirstLook::file),
            settings.directories().stream().map(path -> folder("--snippet-directory", path)),
            settings.libraryPaths().stream().map(path -> folder("--library-path", path)))
        .flatMap(warnings -> warnings)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Warning> file(String written) {
    return problemWithFile(Path.of(written))
        .map(reason -> new Warning("--snippet", written, reason));
  }

  private static Optional<Warning> folder(String flag, String written) {
    return problemWithFolder(Path.of(written)).map(reason -> new Warning(flag, written, reason));
  }

  private static Optional<String> problemWithFile(Path path) {
    if (!Files.exists(path)) {
      return Optional.of("it does not exist");
    }
    if (Files.isDirectory(path)) {
      return Optional.of("it is a folder; --snippet-directory serves the snippets in a folder");
    }
    return Files.isReadable(path) ? Optional.empty() : unreadable();
  }

  private static Optional<String> problemWithFolder(Path path) {
    if (!Files.exists(path)) {
      return Optional.of("it does not exist");
    }
    if (!Files.isDirectory(path)) {
      return Optional.of("it is no folder");
    }
    return Files.isReadable(path) && Files.isExecutable(path) ? Optional.empty() : unreadable();
  }

  private static Optional<String> unreadable() {
    return Optional.of("this user may not read it");
  }
}
