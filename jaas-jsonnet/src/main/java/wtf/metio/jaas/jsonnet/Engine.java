// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;
import wtf.metio.jaas.jsonnet.runtime.Arguments;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.StandardLibrary;

/**
 * Evaluates programs.
 *
 * <p>One engine serves any number of threads; an evaluation runs on the thread that asks for it,
 * which needs a stack of {@link #stackBytes}. A program that fails, loops or asks for too much ends
 * with an {@link Outcome}, never with an exception.
 */
public final class Engine {

  /** Stack that one nested run of a node takes at the most, by measurement and with room. */
  private static final long BYTES_PER_LEVEL = 512;

  private static final long SMALLEST_STACK = 64L << 20;

  /** Enough for programs of some mebibytes of text on a heap of one gibibyte. */
  private static final int CACHED_SHARE = 4;

  private final Map<String, Value> natives = new HashMap<>();
  private final ProgramCache programs;

  /** An engine that offers these functions under {@code std.native}. */
  public Engine(Collection<NativeFunction> natives) {
    this(natives, defaultCacheBytes(Runtime.getRuntime().maxMemory()));
  }

  /**
   * An engine that offers these functions under {@code std.native}.
   *
   * @param cacheBytes memory that compiled programs may take until they are needed again; zero to
   *     compile them every time
   */
  public Engine(Collection<NativeFunction> natives, long cacheBytes) {
    programs = new ProgramCache(StandardLibrary.INSTANCE, cacheBytes);
    natives.forEach(function -> this.natives.put(function.name(), new NativeValue(function)));
  }

  /**
   * The stack that a thread needs to use {@code maxStack} frames, to be given to the constructor of
   * the thread. On a smaller one, deep programs fail early with the same message.
   */
  public static long stackBytes(int maxStack) {
    return Math.max(SMALLEST_STACK, maxStack * (4L << 10));
  }

  /**
   * What compiled programs may take if nobody says.
   *
   * @param heap bytes of the heap at the most
   */
  public static long defaultCacheBytes(long heap) {
    return heap / CACHED_SHARE;
  }

  /** How the cache of compiled programs does. */
  public ProgramCacheNumbers programCache() {
    return programs.numbers();
  }

  /** Evaluates a program and writes its value. */
  public Outcome evaluate(Job job) {
    var budget = new EvaluationBudget(job);
    var world = new JobWorld(job, programs, natives);
    int maxStack = job.limits().maxStack();
    int maxHeight = (int) Math.min(Integer.MAX_VALUE / 2, stackBytes(maxStack) / BYTES_PER_LEVEL);
    var evaluation = new Evaluation(world, budget, maxStack, maxHeight);
    Failure failure;
    try {
      budget.check();
      var output = render(job, world, evaluation);
      return new Outcome.Rendered(output, budget.usage(evaluation.unspent()));
    } catch (JsonnetException ended) {
      failure = failure(ended);
    } catch (StackOverflowError _) {
      failure = failure(JsonnetException.runtime(FailureKind.LIMIT, "max stack frames exceeded."));
    } catch (OutOfMemoryError _) {
      failure = failure(new JsonnetException(FailureKind.LIMIT, "there is not enough memory"));
    }
    return new Outcome.Failed(failure, budget.usage(evaluation.unspent()));
  }

  private Output render(Job job, JobWorld world, Evaluation evaluation) {
    var source = new SourceText(job.label(), job.fileName(), job.source());
    var program = programs.program(source, job.limits().maxSourceBytes(), evaluation);
    Value value;
    try {
      value =
          new Thunk(program.body(), new Frame(null, new Value[program.slots()])).force(evaluation);
    } catch (JsonnetException failure) {
      throw failure.leaveFrame().during("During evaluation");
    }
    if (value instanceof FunctionValue function) {
      value = call(function, job, world, evaluation);
    }
    try {
      return new Rendering(evaluation, job.limits().maxOutputBytes()).render(value, job.form());
    } catch (JsonnetException failure) {
      throw failure.leaveFrame().during("During manifestation");
    }
  }

  private static Value call(
      FunctionValue function, Job job, JobWorld world, Evaluation evaluation) {
    var given = new TreeMap<>(job.topLevelArguments());
    var names = given.keySet().toArray(String[]::new);
    var values =
        given.entrySet().stream()
            .map(e -> world.bound(evaluation, "<top-level-arg:" + e.getKey() + '>', e.getValue()))
            .toArray(Value[]::new);
    try {
      return function.apply(evaluation, arguments(function, names, values));
    } catch (JsonnetException failure) {
      throw failure.leaveFrame().during("Top-level function call");
    }
  }

  // Arguments that do not fit are the caller's fault, not the program's.
  private static @Nullable Value[] arguments(
      FunctionValue function, String[] names, Value[] values) {
    try {
      return Arguments.named(function.parameters(), new Value[0], names, values);
    } catch (JsonnetException failure) {
      throw JsonnetException.runtime(FailureKind.ARGUMENT, failure.text());
    }
  }

  private static Failure failure(JsonnetException ended) {
    var message = ended.duringRun() ? "RUNTIME ERROR: " + ended.text() : ended.text();
    return new Failure(ended.kind(), message, List.copyOf(ended.frames()));
  }
}
