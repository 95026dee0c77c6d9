// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.Binding;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;

/**
 * Our engine, asked the way the reference is asked.
 *
 * <p>An evaluation that outlives its deadline is given {@link #SLACK} more, then counts as a hang
 * and its thread is left behind. For one caller at a time.
 */
final class EngineUnderTest implements AutoCloseable {

  /** The deadline given to the engine. */
  static final Duration DEADLINE = Duration.ofSeconds(20);

  /** What the command says of a file that is not there. */
  static final String NOT_FOUND = "no match locally or in the Jsonnet library paths";

  /** How much later than the deadline an evaluation may end. */
  static final Duration SLACK = Duration.ofSeconds(5);

  /** Keeps a greedy program from taking the heap of the test run. */
  private static final MemoryGuard GUARD =
      new MemoryGuard() {
        @Override
        public boolean mayGoOn() {
          if (hasRoom()) {
            return true;
          }
          // What other tests left behind is no fault of this program.
          Runtime.getRuntime().gc();
          return hasRoom();
        }

        private static boolean hasRoom() {
          var runtime = Runtime.getRuntime();
          return runtime.totalMemory() - runtime.freeMemory() < runtime.maxMemory() / 10 * 9;
        }

        @Override
        public boolean grants(long bytes) {
          return bytes < Runtime.getRuntime().maxMemory() / 8;
        }
      };

  private final Function<Job, Outcome> engine;
  private final Duration deadline;
  private volatile @Nullable Thread evaluating;
  private ExecutorService thread = bigStackThread();

  EngineUnderTest() {
    this(List.of(), DEADLINE);
  }

  EngineUnderTest(List<NativeFunction> natives, Duration deadline) {
    this(new Engine(natives)::evaluate, deadline);
  }

  private EngineUnderTest(Function<Job, Outcome> engine, Duration deadline) {
    this.engine = engine;
    this.deadline = deadline;
  }

  /** One that is watched while it evaluates. */
  static EngineUnderTest watched(List<NativeFunction> natives) {
    var engine = new Engine(natives);
    return new EngineUnderTest(job -> engine.profile(job, true).outcome(), DEADLINE);
  }

  /** Evaluates with files from memory. */
  Answer ask(Question question) {
    return outcome(question, (from, path) -> load(question, path));
  }

  private static Import load(Question question, String path) {
    var content = question.files().get(path);
    return content == null
        ? new Import.Missing(NOT_FOUND)
        : new Import.Found(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Evaluates with files from somewhere else. */
  Answer outcome(Question question, Importer importer) {
    return switch (evaluate(question, importer)) {
      case Ended(Outcome.Rendered(Output output, _)) -> rendered(output);
      case Ended(Outcome.Failed(Failure failure, _)) -> failed(failure);
      case Broken(String why) -> new Answer.Gone(why);
    };
  }

  /**
   * The frames of the trace as {@code location TAB context}; empty if the program does not fail.
   */
  List<String> trace(Question question, Importer importer) {
    return evaluate(question, importer) instanceof Ended(Outcome.Failed(Failure failure, _))
        ? failure.trace().stream().map(f -> f.location() + "\t" + f.context()).toList()
        : List.of();
  }

  /** How an evaluation ended, seen from outside. */
  private sealed interface Ending {}

  private record Ended(Outcome outcome) implements Ending {}

  private record Broken(String why) implements Ending {}

  private Ending evaluate(Question question, Importer importer) {
    var job = job(question, importer);
    var running = thread.submit(() -> engine.apply(job));
    try {
      return new Ended(running.get(deadline.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      var where = abandon();
      return new Broken("hangs at " + where);
    } catch (ExecutionException e) {
      return new Broken(described(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Broken("interrupted");
    }
  }

  private String abandon() {
    var hanging = evaluating;
    thread.shutdownNow();
    thread = bigStackThread();
    return hanging == null ? "an unknown place" : top(hanging.getStackTrace());
  }

  private static String described(ExecutionException e) {
    var thrown = e.getCause() == null ? e : e.getCause();
    return thrown + " at " + top(thrown.getStackTrace());
  }

  private static String top(StackTraceElement[] stack) {
    return Arrays.stream(stack).limit(6).map(Object::toString).collect(Collectors.joining(" < "));
  }

  private static Answer rendered(Output output) {
    return switch (output) {
      case Output.Text(byte[] bytes) -> new Answer.Text(chars(bytes));
      case Output.Files files -> {
        var contents = new TreeMap<String, String>();
        files
            .contents()
            .forEach((name, bytes) -> contents.put(Question.bytesOf(name), chars(bytes)));
        yield new Answer.Files(contents);
      }
    };
  }

  private static Answer failed(Failure failure) {
    return switch (failure.kind()) {
      case INTERNAL, CANCELLED -> new Answer.Gone(failure.kind() + ": " + failure.message());
      case SYNTAX, IMPORT, ARGUMENT, RUNTIME, LIMIT, TIMEOUT ->
          new Answer.Failed(Question.bytesOf(failure.message()));
    };
  }

  private Job job(Question question, Importer importer) {
    var external = new TreeMap<String, Binding>();
    var arguments = new TreeMap<String, Binding>();
    for (var given : question.given()) {
      switch (given.kind()) {
        case EXT_STR -> external.put(given.name(), new Binding.Text(given.value()));
        case EXT_CODE -> external.put(given.name(), new Binding.Code(given.value()));
        case TLA_STR -> arguments.put(given.name(), new Binding.Text(given.value()));
        case TLA_CODE -> arguments.put(given.name(), new Binding.Code(given.value()));
      }
    }
    return new Job(
        question.fileName(),
        question.isSnippet() ? "" : question.fileName(),
        question.source().getBytes(StandardCharsets.ISO_8859_1),
        importer,
        external,
        arguments,
        Limits.DEFAULTS.withTimeout(deadline).withMaxStack(question.maxStack()),
        question.form(),
        () -> false,
        GUARD,
        line -> {});
  }

  private static String chars(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private ExecutorService bigStackThread() {
    return Executors.newSingleThreadExecutor(
        task -> {
          var made =
              new Thread(null, task, "evaluation", Engine.stackBytes(Question.DEFAULT_STACK));
          made.setDaemon(true);
          evaluating = made;
          return made;
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
