// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import wtf.metio.jaas.evaluator.imports.CommandLineImporter;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.FailureText;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;

/** Renders one program for the person at the keyboard. */
public final class RenderCommand {

  /** What a person renders on a machine of their own is bounded by its memory alone. */
  private static final long UNBOUNDED = Integer.MAX_VALUE;

  /** Address space, not memory: the pages of a stack are taken only when they are used. */
  private static final long DEEPEST_STACK = 4L << 30;

  private final InputStream stdin;
  private final OutputStream stdout;
  private final PrintStream stderr;
  private final Engine engine;
  private final Supplier<String> version;

  /**
   * A command that talks over these streams.
   *
   * @param version lines that tell the version; asked for only if the user wants to know it
   */
  public RenderCommand(
      InputStream stdin,
      OutputStream stdout,
      PrintStream stderr,
      Engine engine,
      Supplier<String> version) {
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.engine = engine;
    this.version = version;
  }

  /**
   * Whether the arguments are for the rendering of manifests, which is another command behind the
   * same name.
   *
   * @param arguments those after {@code render}
   */
  public static boolean isAboutManifests(List<String> arguments) {
    return RenderArguments.areAboutManifests(arguments);
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
        case ParsedArguments.Manifests _, ParsedArguments.Help _ -> print(UsageText.TEXT);
        case ParsedArguments.Version _ -> print(version.get());
        case ParsedArguments.Wrong wrong -> wrong(wrong);
      };
    } catch (IOException problem) {
      stderr.println(problem.getMessage());
      return 1;
    }
  }

  private int print(String text) throws IOException {
    stdout.write(text.getBytes(StandardCharsets.UTF_8));
    stdout.flush();
    return 0;
  }

  private int wrong(ParsedArguments.Wrong wrong) {
    stderr.println(wrong.message());
    if (wrong.withUsage()) {
      stderr.println();
      stderr.print(UsageText.TEXT);
    }
    return 1;
  }

  /** What is rendered: what was asked for, its text, and what brings its imports. */
  private record Task(RenderOptions options, SourceFile source, CommandLineImporter importer) {}

  private int render(RenderOptions options) throws IOException {
    var task =
        new Task(
            options,
            SourceFile.read(options, stdin),
            new CommandLineImporter(options.searchPath(), UNBOUNDED));
    var profile = options.profile();
    if (profile != null) {
      return render(task, profile);
    }
    var job = job(task, () -> false);
    return answer(task, onDeepStack(job, () -> engine.evaluate(job)));
  }

  private int render(Task task, ProfileOptions wanted) throws IOException {
    try (var output = ProfileOutput.open(wanted, stderr);
        var interruption = Interruption.watch()) {
      var job = job(task, interruption::isAsked);
      var profiled = onDeepStack(job, () -> engine.profile(job, wanted.stacks()));
      try {
        return answer(task, profiled.outcome());
      } finally {
        // Also when nobody takes the output any more.
        output.write(profiled.profile());
      }
    }
  }

  private int answer(Task task, Outcome outcome) throws IOException {
    return switch (outcome) {
      case Outcome.Rendered rendered -> write(task.options().output(), rendered.output());
      case Outcome.Failed failed -> {
        stderr.println(FailureText.compatible(failed.failure(), task.options().maxTrace()));
        hint(failed.failure(), task.source(), task.importer());
        yield 1;
      }
    };
  }

  /** On a thread whose stack is deep enough for the frames that the user allows. */
  private static <T> T onDeepStack(Job job, Callable<T> task) throws IOException {
    var evaluation = new FutureTask<>(task);
    long stack = Math.min(Engine.stackBytes(job.limits().maxStack()), DEEPEST_STACK);
    new Thread(null, evaluation, "render", stack).start();
    try {
      return evaluation.get();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("Expected an outcome of every evaluation.", broken);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private Job job(Task task, BooleanSupplier cancelled) {
    var options = task.options();
    return new Job(
        task.source().label(),
        task.source().fileName(),
        task.source().bytes(),
        task.importer(),
        options.externalVariables(),
        options.topLevelArguments(),
        new Limits(Duration.ZERO, options.maxStack(), 0, UNBOUNDED, UNBOUNDED),
        options.output().form(),
        cancelled,
        MemoryGuard.NONE,
        stderr::println);
  }

  private int write(OutputOptions options, Output output) throws IOException {
    var writer = new OutputWriter(options, stdout);
    switch (output) {
      case Output.Text text -> writer.text(text.bytes());
      case Output.Files files -> writer.files(files.contents());
    }
    return 0;
  }

  private void hint(Failure failure, SourceFile source, CommandLineImporter importer) {
    if (failure.kind() == FailureKind.SYNTAX) {
      source.doubt().ifPresent(stderr::println);
    }
    if (failure.kind() == FailureKind.IMPORT && !importer.tried().isEmpty()) {
      stderr.println("Looked for it at:");
      importer.tried().forEach(place -> stderr.println("  " + place));
    }
  }
}
