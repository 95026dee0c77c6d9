// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in an archive, four at once fit into a small process beside its other work. */
@Tag("long")
class HostileArchivesTest {

  private static final long MOST = 64L << 20;

  @TempDir Path folder;

  @Test
  void fourHostileArchivesAtOnceTakeLittleMemory() throws Exception {
    var archives = HostileArchives.in(folder);
    var names = new TreeMap<String, String>();
    List<String> lines;
    try (var server = new TestServer()) {
      archives.forEach((name, file) -> names.put(serve(server, file), name));
      lines = run(names.keySet().stream().toList());
    }
    for (var line : lines) {
      var parts = line.split(" ");
      System.out.printf(
          Locale.ROOT, "%-45s %6.1f MiB  %s%n", names.get(parts[0]), mebi(parts[1]), parts[2]);
    }
    assertThat(lines)
        .allSatisfy(line -> assertThat(Long.parseLong(line.split(" ")[1])).isLessThan(MOST));
    assertThat(lines).hasSameSizeAs(archives.entrySet());
    assertThat(results(lines, names))
        .containsEntry("as many bytes as may be kept", "files:_4")
        .containsEntry("as many files as there may be", "files:_50000");
    assertThat(results(lines, names).values())
        .as("an OutOfMemoryError would be told otherwise")
        .allMatch(result -> result.startsWith("files:_") || result.startsWith("source_archive_"));
  }

  private static double mebi(String bytes) {
    return Long.parseLong(bytes) / (double) (1 << 20);
  }

  private static Map<String, String> results(List<String> lines, Map<String, String> names) {
    var results = new TreeMap<String, String>();
    for (var line : lines) {
      var parts = line.split(" ");
      results.put(names.get(parts[0]), parts[2]);
    }
    return results;
  }

  private static String serve(TestServer server, Path file) {
    var path = "/" + file.getFileName();
    server.on(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, Files.size(file));
          try (var out = exchange.getResponseBody()) {
            Files.copy(file, out);
          }
        });
    return server.url(path);
  }

  private List<String> run(List<String> urls) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(FourAtOnce.class.getName());
    command.add(folder.resolve("cache").toString());
    command.addAll(urls);
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(folder.resolve("out"));
  }
}
