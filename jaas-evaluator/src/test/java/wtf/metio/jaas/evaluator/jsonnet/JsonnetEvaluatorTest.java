// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.failure;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.program;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;

class JsonnetEvaluatorTest implements EvaluatorContract {

  @Override
  public Evaluator evaluator(int maximum) {
    return new GatedEvaluator(
        new JsonnetEngine(
            new Engine(List.of()),
            new HeapGuard(),
            new Turns(Runtime.getRuntime().availableProcessors())),
        Permits.turningAwayBeyond(maximum),
        new EvaluationThreads(Duration.ofSeconds(1)),
        EvaluationListener.NONE);
  }

  @Test
  void aMessageThatIsTooLongForALogLosesItsMiddle() {
    var source = "error 'begin' + std.repeat('x', 1e6) + 'end'";

    var failed = failure(evaluate(program(source)));

    assertThat(failed.message())
        .hasSizeLessThan(100_000)
        .startsWith("RUNTIME ERROR: beginx")
        .contains("x ... (934487 characters) ... x")
        .endsWith("xend");
  }

  private Evaluation evaluate(EvaluationRequest request) {
    try (var evaluator = evaluator(1)) {
      return evaluator.evaluate(request, Cancellation.NEVER);
    }
  }
}
