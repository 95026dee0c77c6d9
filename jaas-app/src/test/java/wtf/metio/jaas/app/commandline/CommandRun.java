// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import wtf.metio.jaas.jsonnet.Engine;

/** Runs a case, by this command or by another one, in an output folder of its own. */
final class CommandRun {

  private static final String WORLD = "src/test/commandline/world";

  private final CommandCase given;
  private final Path folder;
  private final Map<String, String> placeholders = new LinkedHashMap<>();

  CommandRun(CommandCase given, Path folder) throws IOException {
    this.given = given;
    this.folder = Files.createDirectories(folder);
    placeholders.put("{world}", WORLD);
    placeholders.put("{out}", folder.toString());
    for (var file : given.filesBefore().entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue() + "\n");
    }
  }

  CommandResult byThisCommand() throws IOException {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    int exitCode =
        new RenderCommand(
                new ByteArrayInputStream(given.stdin().getBytes(StandardCharsets.UTF_8)),
                stdout,
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                new Engine(List.of()),
                () -> "the version\n")
            .run(given.arguments(placeholders), given.environment(placeholders));
    return result(exitCode, stdout.toByteArray(), stderr.toByteArray());
  }

  CommandResult by(String executable) throws Exception {
    var command = new ArrayList<>(List.of(executable));
    command.addAll(given.arguments(placeholders));
    var errors = Files.createTempFile("command", ".err");
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(given.environment(placeholders));
    var process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(given.stdin().getBytes(StandardCharsets.UTF_8));
    }
    var stdout = process.getInputStream().readAllBytes();
    return result(process.waitFor(), stdout, Files.readAllBytes(errors));
  }

  private CommandResult result(int exitCode, byte[] stdout, byte[] stderr) throws IOException {
    return new CommandResult(
            exitCode,
            new String(stdout, StandardCharsets.UTF_8),
            new String(stderr, StandardCharsets.UTF_8),
            filesAfter())
        .masked(placeholders);
  }

  private SortedMap<String, String> filesAfter() throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
