// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.runtime.Arguments;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** One evaluation from its source to its outcome. Used once, by one thread. */
final class Run {

  /** Stack that one nested run of a node takes at the most, by measurement and with room. */
  private static final long BYTES_PER_LEVEL = 512;

  private final Job job;
  private final Programs programs;
  private final EvaluationBudget budget;
  private final Stopwatch stopwatch = new Stopwatch();
  private final JobWorld world;
  private final Evaluation evaluation;

  /**
   * A run that begins now.
   *
   * @param natives functions of the host
   */
  Run(Job job, Programs programs, Map<String, Value> natives) {
    this.job = job;
    this.programs = programs;
    this.budget = new EvaluationBudget(job);
    this.world = new JobWorld(job, programs, natives, stopwatch);
    int maxStack = job.limits().maxStack();
    long stack = Engine.stackBytes(maxStack);
    int maxHeight = (int) Math.min(Integer.MAX_VALUE / 2, stack / BYTES_PER_LEVEL);
    this.evaluation = new Evaluation(world, budget, maxStack, maxHeight);
  }

  /** Steps until now. */
  long steps() {
    return budget.steps() + evaluation.unspent();
  }

  Outcome outcome() {
    Failure failure;
    try {
      budget.check();
      var output = render();
      return new Outcome.Rendered(output, budget.usage(evaluation.unspent(), stopwatch.phases()));
    } catch (JsonnetException ended) {
      failure = failure(ended);
    } catch (StackOverflowError _) {
      failure = failure(JsonnetException.runtime(FailureKind.LIMIT, "max stack frames exceeded."));
    } catch (OutOfMemoryError _) {
      failure = failure(new JsonnetException(FailureKind.LIMIT, "there is not enough memory"));
    }
    return new Outcome.Failed(failure, budget.usage(evaluation.unspent(), stopwatch.phases()));
  }

  /** What is wrong with the text alone; empty if nothing is. */
  Optional<Failure> flaw() {
    try {
      var source = source();
      Programs.requireSize(source, job.limits().maxSourceBytes());
      Programs.read(source, budget);
      return Optional.empty();
    } catch (JsonnetException ended) {
      return Optional.of(failure(ended));
    } catch (OutOfMemoryError _) {
      return Optional.of(
          failure(new JsonnetException(FailureKind.LIMIT, "there is not enough memory")));
    }
  }

  private SourceText source() {
    return new SourceText(job.label(), job.fileName(), job.source());
  }

  private Output render() {
    var source = source();
    var program = programs.program(source, job.limits().maxSourceBytes(), evaluation);
    stopwatch.parsed();
    Value value;
    try {
      value =
          new Thunk(program.body(), new Frame(null, new Value[program.slots()])).force(evaluation);
    } catch (JsonnetException failure) {
      throw failure.leaveFrame().during("During evaluation");
    }
    if (value instanceof FunctionValue function) {
      value = call(function);
    }
    stopwatch.evaluated();
    try {
      return new Rendering(evaluation, job.limits().maxOutputBytes()).render(value, job.form());
    } catch (JsonnetException failure) {
      throw failure.leaveFrame().during("During manifestation");
    }
  }

  private Value call(FunctionValue function) {
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
