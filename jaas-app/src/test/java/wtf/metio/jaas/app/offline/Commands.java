// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.natives.TankaFunctions;
import wtf.metio.jaas.jsonnet.Engine;

/** Runs the commands on files in a folder. */
final class Commands {

  private static final Supplier<Evaluator> EVALUATOR =
      () -> OfflineEvaluator.with(new Engine(TankaFunctions.all()));

  private final Path folder;
  private String stdin = "";

  Commands(Path folder) {
    this.folder = folder;
  }

  /** What a command did; the folder is written as {@code {in}}. */
  record Ended(int exitCode, String stdout, String stderr) {}

  /** Writes a file below the folder; its whole name. */
  String file(String name, String content) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stdin(String text) {
    stdin = text;
  }

  /** The names of all files below a folder, in order. */
  Stream<String> files(String name) {
    try (var files = Files.walk(folder.resolve(name))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve(name).relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ended validate(String... arguments) {
    return run(console -> new ValidateCommand(console).run(Arrays.asList(arguments)));
  }

  Ended render(String... arguments) {
    return run(
        console -> new RenderManifestsCommand(console, EVALUATOR).run(Arrays.asList(arguments)));
  }

  Ended diff(String... arguments) {
    return run(console -> new DiffCommand(console, EVALUATOR).run(Arrays.asList(arguments)));
  }

  private interface Command {
    int run(Console console);
  }

  private Ended run(Command command) {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    int exitCode =
        command.run(
            new Console(
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                stdout,
                new PrintStream(stderr, true, StandardCharsets.UTF_8)));
    return new Ended(exitCode, masked(stdout), masked(stderr));
  }

  private String masked(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "{in}");
  }
}
