// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationFixture;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.jsonnet.JsonnetEngine;
import wtf.metio.jaas.jsonnet.Engine;

/**
 * A process of its own in which programs fight for a small heap.
 *
 * <p>Prints one line a program: its name and how often it ended how.
 */
final class HeapStorm {

  private static final Map<String, String> PROGRAMS =
      new TreeMap<>(
          Map.of(
              "doubling-string",
              "local f(s, n) = if n == 0 then std.length(s) else f(s + s, n - 1); f('x', 64)",
              "doubling-array",
              "local f(s, n) = if n == 0 then std.length(s) else f(s + s, n - 1); f([1], 64)",
              "range",
              "std.length(std.range(1, 1e9))",
              "repeat",
              "std.length(std.repeat('x', 1e10))",
              "tree",
              "local g(n) = if n == 0 then 1 else { a: g(n - 1), b: g(n - 1) }; g(30)",
              "growing",
              "std.foldl(function(a, i) a + [i], std.range(1, 100000), [])",
              "held-objects",
              "local a = [{ a: i, b: i + 1 } for i in std.range(1, 2000000)]; std.foldl(function(s,"
                  + " o) s + o.a, a, 0) + std.foldl(function(s, o) s + o.b, a, 0)",
              "modest",
              "std.length(std.makeArray(1000, function(i) { a: i }))"));

  private HeapStorm() {}

  static void main(String[] arguments) throws InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    var guard = new HeapGuard();
    var counts = new ConcurrentHashMap<String, LongAdder>();
    try (var evaluator = evaluator(guard);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < rounds; i++) {
        PROGRAMS.forEach(
            (name, source) -> callers.execute(() -> count(evaluator, name, source, counts)));
      }
    }
    new TreeMap<>(counts).forEach((end, count) -> IO.println(end + ' ' + count));
    IO.println("guard " + guard.ended());
  }

  private static Evaluator evaluator(HeapGuard guard) {
    return new GatedEvaluator(
        new JsonnetEngine(
            new Engine(List.of()), guard, new Turns(Runtime.getRuntime().availableProcessors())),
        Permits.lettingWaitBeyond(16),
        new EvaluationThreads(Duration.ofSeconds(1)),
        EvaluationListener.NONE);
  }

  private static void count(
      Evaluator evaluator, String name, String source, Map<String, LongAdder> counts) {
    var request =
        EvaluationFixture.within(
            EvaluationLimits.DEFAULTS.withTimeout(Duration.ofSeconds(30)),
            EvaluationFixture.program(source));
    var end =
        switch (evaluator.evaluate(request, Cancellation.NEVER)) {
          case Evaluation.Rendered _ -> "rendered";
          case Evaluation.Failed failed -> failed.reason().text() + " " + failed.message();
          case Evaluation.TimedOut _ -> "timeout";
          case Evaluation.Cancelled _ -> "cancelled";
          case Evaluation.Refused _ -> "refused";
        };
    counts.computeIfAbsent(name + " " + end, _ -> new LongAdder()).increment();
  }
}
