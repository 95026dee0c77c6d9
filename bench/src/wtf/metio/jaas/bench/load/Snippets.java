// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of snippets for one run: ours, and a dashboard where there is one. */
final class Snippets {

  private final Path folder;
  private final Optional<Path> grafonnet;

  Snippets(Optional<Path> workloads) throws IOException {
    folder = Files.createTempDirectory("bench-snippets");
    grafonnet = workloads.map(dir -> dir.resolve("grafonnet")).filter(Files::isDirectory);
    copy(Path.of("bench", "snippets", "hello"), folder.resolve("hello"));
    if (grafonnet.isPresent()) {
      var dashboard = folder.resolve("dashboard");
      copy(grafonnet.get().resolve("program").resolve("runtimeDashboard"), dashboard);
      Files.move(dashboard.resolve("main.libsonnet"), dashboard.resolve("main.jsonnet"));
    }
    Files.createDirectories(folder.resolve("edited"));
    Files.createDirectories(libraries());
    Files.writeString(
        folder.resolve("edited").resolve("main.jsonnet"), "import 'edit/value.jsonnet'\n");
    Files.createDirectories(edited().getParent());
    Files.writeString(edited(), "0\n");
  }

  boolean haveDashboard() {
    return grafonnet.isPresent();
  }

  /** The library file that the snippet {@code edited} consists of. */
  Path edited() {
    return libraries().resolve("edit").resolve("value.jsonnet");
  }

  private Path libraries() {
    return folder.resolve("libraries");
  }

  /** What a service is given to serve them. */
  List<String> flags() {
    var flags = new ArrayList<>(List.of("--snippet-directory", folder.toString()));
    flags.addAll(List.of("--library-path", libraries().toString()));
    grafonnet.ifPresent(
        it -> flags.addAll(List.of("--library-path", it.resolve("vendor").toString())));
    return flags;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Writes a number into the library, in place or by a new file in its stead. */
  void edit(int number) {
    var text = "%06d\n".formatted(1_000_000 + number);
    try {
      if (number % 2 == 0) {
        Files.writeString(edited(), text);
      } else {
        var other = Files.writeString(edited().resolveSibling("next"), text);
        Files.move(other, edited(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the snippet yields after that edit. */
  static String afterEdit(int number) {
    return 1_000_000 + number + "\n";
  }
}
