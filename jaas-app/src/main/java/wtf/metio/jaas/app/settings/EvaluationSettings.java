// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.evaluator.Permits;

/**
 * How programs are evaluated.
 *
 * @param engine {@code jaas} or {@code sjsonnet}
 * @param limits of one evaluation
 * @param maxConcurrent evaluations at a time; one more waits in line; zero turns nobody away
 * @param exposeDiagnostics whether answers tell why a program failed
 */
public record EvaluationSettings(
    String engine, EvaluationLimits limits, int maxConcurrent, boolean exposeDiagnostics) {

  static final List<String> ENGINES = List.of("jaas", "sjsonnet");

  static final Flag<Duration> TIMEOUT =
      Flag.duration(
          "evaluation-timeout", "5s", "Wall-clock time for one evaluation; 0 means unlimited.");
  static final Flag<Integer> MAX_STACK =
      Flag.integer(
          "max-stack",
          500,
          "Nested calls in one evaluation, as the option of that name of the jsonnet command; 0"
              + " means 500.");
  static final Flag<Integer> MAX_CONCURRENT =
      Flag.integer(
          "max-concurrent-evals",
          Permits.defaultMaximum(Runtime.getRuntime().availableProcessors()),
          "max(4 x CPUs, 16)",
          "Evaluations at a time; one more waits, see --max-queued-evals. 0 turns nobody away and"
              + " lets them wait until their deadline.");
  static final Flag<Long> MAX_STEPS =
      Flag.large(
          "max-steps",
          0,
          "Calls, fields and iterations of one evaluation, roughly; 0 means unlimited.");
  static final Flag<Long> MAX_SOURCE_BYTES =
      Flag.large("max-source-bytes", 16L << 20, "Size of one snippet or imported file in bytes.");
  static final Flag<Long> MAX_OUTPUT_BYTES =
      Flag.large("max-output-bytes", 64L << 20, "Size of one output in bytes.");
  static final Flag<String> ENGINE =
      Flag.text(
          "jsonnet-engine",
          "jaas",
          "Engine that evaluates: jaas, the own one, or sjsonnet, which does not keep all limits.");
  static final Flag<Boolean> EXPOSE_DIAGNOSTICS =
      Flag.truth(
          "expose-diagnostics",
          false,
          "Whether a failed evaluation is answered with its message and trace, which quote the"
              + " program and name files of this machine. For local work.");

  static final FlagGroup FLAGS =
      FlagGroup.of(
          "Evaluation limits",
          TIMEOUT,
          MAX_STACK,
          MAX_CONCURRENT,
          MAX_STEPS,
          MAX_SOURCE_BYTES,
          MAX_OUTPUT_BYTES,
          ENGINE,
          EXPOSE_DIAGNOSTICS);

  static EvaluationSettings from(Values values) {
    int maxStack = values.get(MAX_STACK);
    var limits =
        new EvaluationLimits(
            values.get(TIMEOUT),
            maxStack == 0 ? EvaluationLimits.DEFAULTS.maxStack() : maxStack,
            values.get(MAX_STEPS),
            values.get(MAX_SOURCE_BYTES),
            values.get(MAX_OUTPUT_BYTES));
    return new EvaluationSettings(
        values.get(ENGINE), limits, values.get(MAX_CONCURRENT), values.get(EXPOSE_DIAGNOSTICS));
  }
}
