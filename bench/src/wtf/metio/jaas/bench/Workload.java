// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program to be rendered.
 *
 * @param name as the table shows it
 * @param folder where it is rendered
 * @param main the file, relative to the folder
 * @param library the folder given with {@code -J}, relative to the folder
 */
record Workload(String name, Path folder, String main, String library) {

  /** Folders with {@code main.jsonnet} and {@code vendor}. */
  static List<Workload> real(Path parent) {
    return sorted(parent)
        .filter(folder -> Files.exists(folder.resolve("main.jsonnet")))
        .map(f -> new Workload(f.getFileName().toString(), f, "main.jsonnet", "vendor"))
        .toList();
  }

  /** What go-jsonnet measures itself with. */
  static List<Workload> builtins(Path reference) {
    var folder = reference.resolve("builtin-benchmarks");
    return sorted(folder)
        .map(f -> f.getFileName().toString())
        .filter(f -> f.endsWith(".jsonnet"))
        .map(f -> new Workload(f.substring(0, f.length() - ".jsonnet".length()), folder, f, "."))
        .toList();
  }

  private static Stream<Path> sorted(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
