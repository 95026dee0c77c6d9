// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.evaluator.imports.CommandLineImporter;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.FailureText;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;

/** Renders one program for the person at the keyboard. */
public final class RenderCommand {

  /** What a person renders on a machine of their own is bounded by its memory alone. */
  private static final long UNBOUNDED = Integer.MAX_VALUE;

  private final InputStream stdin;
  private final OutputStream stdout;
  private final PrintStream stderr;
  private final Engine engine;

  /** A command that talks over these streams. */
  public RenderCommand(InputStream stdin, OutputStream stdout, PrintStream stderr, Engine engine) {
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.engine = engine;
  }

  /**
   * Does what the arguments say.
   *
   * @param arguments those after {@code render}
   * @return the exit code: zero, or one if there is no output
   */
  public int run(List<String> arguments, Map<String, String> environment) {
    try {
      return switch (RenderArguments.parse(arguments, environment)) {
        case ParsedArguments.Render render -> render(render.options());
        case ParsedArguments.Help _ -> print(UsageText.TEXT);
        case ParsedArguments.Version _ -> print(VersionText.LINE);
        case ParsedArguments.Wrong wrong -> wrong(wrong);
      };
    } catch (IOException problem) {
      stderr.println(described(problem));
      return 1;
    }
  }

  private int print(String text) throws IOException {
    stdout.write(text.getBytes(StandardCharsets.UTF_8));
    stdout.flush();
    return 0;
  }

  private int wrong(ParsedArguments.Wrong wrong) {
    stderr.println("ERROR: " + wrong.message());
    if (wrong.withUsage()) {
      stderr.println();
      stderr.print(UsageText.TEXT);
    }
    return 1;
  }

  private int render(RenderOptions options) throws IOException {
    var importer = new CommandLineImporter(options.searchPath(), UNBOUNDED);
    return switch (engine.evaluate(job(options, importer))) {
      case Outcome.Rendered rendered -> write(options, rendered.output());
      case Outcome.Failed failed -> explain(options, failed.failure(), importer);
    };
  }

  private Job job(RenderOptions options, CommandLineImporter importer) throws IOException {
    boolean isFile = !options.inputIsCode() && !options.input().equals("-");
    var label = isFile ? options.input() : options.inputIsCode() ? "<cmdline>" : "<stdin>";
    return new Job(
        label,
        isFile ? options.input() : "",
        source(options),
        importer,
        options.externalVariables(),
        options.topLevelArguments(),
        new Limits(Duration.ZERO, options.maxStack(), 0, UNBOUNDED, UNBOUNDED),
        form(options),
        () -> false,
        MemoryGuard.NONE,
        stderr::println);
  }

  private byte[] source(RenderOptions options) throws IOException {
    if (options.inputIsCode()) {
      return options.input().getBytes(StandardCharsets.UTF_8);
    }
    return options.input().equals("-") ? stdin.readAllBytes() : SourceFile.read(options.input());
  }

  private static OutputForm form(RenderOptions options) {
    return switch (options.mode()) {
      case DOCUMENT -> options.strings() ? OutputForm.STRING : OutputForm.JSON;
      case MULTI -> options.strings() ? OutputForm.MULTI_STRING : OutputForm.MULTI;
      case STREAM -> OutputForm.STREAM;
    };
  }

  private int write(RenderOptions options, Output output) throws IOException {
    var writer = new OutputWriter(options, stdout);
    switch (output) {
      case Output.Text text -> writer.text(text.bytes());
      case Output.Files files -> {
        var directory = options.multiDirectory();
        writer.files(Path.of(directory == null ? "." : directory), files.contents());
      }
    }
    return 0;
  }

  private int explain(RenderOptions options, Failure failure, CommandLineImporter importer) {
    stderr.println(FailureText.compatible(failure, options.maxTrace()));
    if (failure.kind() == FailureKind.IMPORT && !importer.tried().isEmpty()) {
      stderr.println("Looked for it at:");
      importer.tried().forEach(place -> stderr.println("  " + place));
    }
    return 1;
  }

  private static String described(IOException problem) {
    return problem instanceof NoSuchFileException missing
        ? missing.getFile() + ": no such file or directory"
        : String.valueOf(problem.getMessage());
  }
}
