// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
public record Workload(String name, Path folder, String main, String library) {

  private static final String DASHBOARD = "program/runtimeDashboard/main.libsonnet";

  /** Folders with {@code main.jsonnet} and {@code vendor}, and one dashboard alone. */
  public static List<Workload> real(Path parent) {
    var all = new ArrayList<Workload>();
    for (var folder : sorted(parent).toList()) {
      if (Files.exists(folder.resolve("main.jsonnet"))) {
        all.add(new Workload(folder.getFileName().toString(), folder, "main.jsonnet", "vendor"));
      }
      if (Files.exists(folder.resolve(DASHBOARD))) {
        all.add(new Workload("grafonnet-dashboard", folder, DASHBOARD, "vendor"));
      }
    }
    return all;
  }

  /** What go-jsonnet measures itself with. */
  public static List<Workload> builtins(Path reference) {
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
