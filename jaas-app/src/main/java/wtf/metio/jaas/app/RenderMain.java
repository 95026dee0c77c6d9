// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import wtf.metio.jaas.app.commandline.RenderCommand;
import wtf.metio.jaas.app.offline.Console;
import wtf.metio.jaas.app.offline.DiffCommand;
import wtf.metio.jaas.app.offline.OfflineEvaluator;
import wtf.metio.jaas.app.offline.RenderManifestsCommand;
import wtf.metio.jaas.app.offline.ValidateCommand;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.natives.TankaFunctions;
import wtf.metio.jaas.jsonnet.Engine;

/**
 * Starts the commands that need no service: {@code jaas render}, {@code validate}, {@code diff}.
 */
public final class RenderMain {

  private RenderMain() {}

  /** Does what the arguments say and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String[] arguments) {
    // Messages quote programs, which are UTF-8 whatever the terminal is set to.
    var console =
        new Console(
            System.in,
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    var given = Arrays.asList(arguments);
    var command = given.isEmpty() ? "" : given.getFirst();
    return switch (command) {
      case "validate" -> new ValidateCommand(console).run(rest(given));
      case "diff" -> new DiffCommand(console, RenderMain::evaluator).run(rest(given));
      case "render" -> render(console, rest(given));
      default -> render(console, given);
    };
  }

  private static List<String> rest(List<String> given) {
    return given.subList(1, given.size());
  }

  private static int render(Console console, List<String> arguments) {
    return RenderCommand.isAboutManifests(arguments)
        ? new RenderManifestsCommand(console, RenderMain::evaluator).run(arguments)
        : new RenderCommand(
                console.stdin(),
                console.stdout(),
                console.stderr(),
                engine(),
                () -> BuildFacts.ofThisBuild().lines())
            .run(arguments, System.getenv());
  }

  private static Engine engine() {
    return new Engine(TankaFunctions.all());
  }

  private static Evaluator evaluator() {
    return OfflineEvaluator.with(engine());
  }
}
