// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.MAIN;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.failure;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.output;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.program;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.request;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.withArguments;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.withVariables;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract.ChangingTree;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.evaluation.Variable;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

@Timeout(60)
class CachingEvaluatorTest {

  private final CountingEngine engine = new CountingEngine(CachingFixture.jsonnet());
  private final CachingEvaluator evaluator = CachingFixture.evaluator(engine, 4, 1 << 20);
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final FileTree tree = new ChangingTree(texts);
  private final EvaluationRequest request = request(Program.of(MAIN, tree));

  @AfterEach
  void close() {
    evaluator.close();
  }

  private Evaluation evaluate(EvaluationRequest question) {
    return evaluator.evaluate(question, Cancellation.NEVER);
  }

  @Test
  void theSameQuestionIsAnsweredWithoutAnEvaluation() {
    texts.put("main.jsonnet", "std.trace('here', { a: import 'a' })");
    texts.put("a", "1");
    var first = evaluate(request);
    var other = request(Program.of(MAIN, tree));

    assertThat(evaluate(other)).isSameAs(first);
    assertThat(((Evaluation.Rendered) first).messages()).hasSize(1);
    assertThat(engine.count()).isEqualTo(1);
    assertThat(evaluator.results().hits()).isEqualTo(1);
    assertThat(evaluator.results().misses()).isEqualTo(1);
    assertThat(evaluator.results().entries()).isEqualTo(1);
    assertThat(evaluator.results().bytes()).isBetween(1_000L, 10_000L);
  }

  @Test
  void whoAsksMakesNoDifference() {
    texts.put("main.jsonnet", "1");
    evaluate(request);
    var limits = request.limits();
    evaluate(
        new EvaluationRequest(
            request.program(), Map.of(), Map.of(), limits, Caller.http("somebody else")));

    assertThat(engine.count()).isEqualTo(1);
  }

  @Test
  void everythingThatMayChangeTheResultMakesAnotherQuestion() {
    texts.put("main.jsonnet", "function(x=1) x");
    texts.put("other.jsonnet", "2");
    var one = Map.<String, Variable>of("x", new Variable.Text("1"));
    var code = Map.<String, Variable>of("x", new Variable.Code("1"));
    var program = request.program();
    var questions =
        List.of(
            request,
            withArguments(request, one),
            withArguments(request, code),
            withVariables(request, one),
            withVariables(request, code),
            within(EvaluationLimits.DEFAULTS.withMaxStack(100), request),
            within(EvaluationLimits.DEFAULTS.withMaxOutputBytes(100), request),
            request(new Program(MAIN, tree, Map.of("alias", tree), List.of())),
            request(new Program(MAIN, tree, Map.of(), List.of(tree))),
            request(new Program(new TreePath("other.jsonnet"), tree, Map.of(), List.of())),
            request(Program.of(program.entry(), new ChangingTree(Map.of("main.jsonnet", "3")))));

    questions.forEach(this::evaluate);
    assertThat(engine.count()).isEqualTo(questions.size());
    questions.forEach(this::evaluate);
    assertThat(engine.count()).isEqualTo(questions.size());
  }

  @Test
  void aChangedFileIsSeenAndTheFormerResultIsForgotten() {
    texts.put("main.jsonnet", "import 'a'");
    for (int i = 0; i < 100; i++) {
      texts.put("a", "" + i);
      assertThat(output(evaluate(request))).isEqualTo(i + "\n");
      assertThat(output(evaluate(request))).isEqualTo(i + "\n");
    }
    assertThat(engine.count()).isEqualTo(100);
    assertThat(evaluator.results().entries()).isEqualTo(1);
  }

  @Test
  void aFileThatAppearsInAPlaceThatIsLookedAtFirstIsSeen() {
    var first = new ConcurrentHashMap<String, String>();
    var last = new ConcurrentHashMap<>(Map.of("lib/a", "1"));
    texts.put("main.jsonnet", "import 'lib/a'");
    var search = List.<FileTree>of(new ChangingTree(last), new ChangingTree(first));
    var question = request(new Program(MAIN, tree, Map.of(), search));

    assertThat(output(evaluate(question))).isEqualTo("1\n");
    first.put("lib/a", "2");
    assertThat(output(evaluate(question))).isEqualTo("2\n");
    texts.put("lib/a", "3");
    assertThat(output(evaluate(question))).isEqualTo("3\n");
    texts.remove("lib/a");
    first.remove("lib/a");
    assertThat(output(evaluate(question))).isEqualTo("1\n");
  }

  @Test
  void aFailureIsNotKept() {
    texts.put("main.jsonnet", "error 'x'");

    assertThat(failure(evaluate(request)).message()).contains("x");
    assertThat(failure(evaluate(request)).message()).contains("x");
    assertThat(engine.count()).isEqualTo(2);
    assertThat(evaluator.results().entries()).isZero();
  }

  @Test
  void aLargeResultIsNotKept() {
    texts.put("main.jsonnet", "std.repeat('x', 300000)");
    evaluate(request);
    evaluate(request);

    assertThat(engine.count()).isEqualTo(2);
    assertThat(evaluator.results().bytes()).isZero();
  }

  @Test
  void compressedFormsCount() {
    var program = program("[std.md5('' + i) for i in std.range(1, 1000)]");
    var document = ((Evaluation.Rendered) evaluate(program)).document();
    long before = evaluator.results().bytes();
    int compressed = document.gzip().length;
    evaluate(program);

    assertThat(evaluator.results().bytes()).isEqualTo(before + compressed);
  }

  @Test
  void resultsTakeNoMoreThanTheyMay() {
    var source = "std.repeat('x', 10000) + std.extVar('n')";
    for (int i = 0; i < 500; i++) {
      evaluate(withVariables(program(source), Map.of("n", new Variable.Text("" + i))));
      assertThat(evaluator.results().bytes()).isLessThanOrEqualTo(1 << 20);
    }
    assertThat(evaluator.results().entries()).isBetween(50L, 105L);
    assertThat(evaluator.results().evictions()).isEqualTo(500 - evaluator.results().entries());
  }

  @Test
  void withoutMemoryEveryQuestionIsEvaluated() {
    texts.put("main.jsonnet", "1");
    try (var plain = CachingFixture.evaluator(engine, 4, 0)) {
      plain.evaluate(request, Cancellation.NEVER);
      plain.evaluate(request, Cancellation.NEVER);
      assertThat(engine.count()).isEqualTo(2);
    }
  }

  @Test
  void aClosedEvaluatorGivesNoKeptResultEither() {
    texts.put("main.jsonnet", "1");
    evaluate(request);
    evaluator.close();

    assertThatThrownBy(() -> evaluate(request)).isInstanceOf(IllegalStateException.class);
  }
}
