// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.MAIN;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.failure;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.files;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.output;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.program;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.request;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.searching;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.tree;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.withArguments;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.withLibrary;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.withVariables;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * What every {@link Evaluator} does. An evaluator's own test implements this and says how to make
 * one.
 */
@Timeout(60)
public interface EvaluatorContract {

  /** How much later than allowed an answer may come on a busy machine. */
  Duration SLACK = Duration.ofSeconds(5);

  /** How much later its place is free: well before {@link #LONG_WORK} would end by itself. */
  Duration PLACE_SLACK = Duration.ofSeconds(1);

  /** Many million calls: seconds of work for an engine that does not look up. */
  String LONG_WORK =
      """
      local inner(n) = std.foldl(function(a, b) a + b, std.range(1, 1000), n);
      std.foldl(function(a, n) a + inner(n), std.range(1, 240000), 0)
      """;

  /** An evaluator that lets so many in at a time and turns the others away. */
  Evaluator evaluator(int maximum);

  /** The promises that it cannot keep, with the reason. */
  default Map<EvaluatorPromise, String> broken() {
    return Map.of();
  }

  /** Checks a promise, or that it is still broken if it is said to be. */
  private void promised(EvaluatorPromise promise, ThrowingCallable check) throws Throwable {
    var reason = broken().get(promise);
    if (reason == null) {
      check.call();
    } else {
      assertThatThrownBy(check)
          .as("%s is named as broken because %s", promise, reason)
          .isInstanceOf(AssertionError.class);
    }
  }

  private Evaluation evaluate(EvaluationRequest request) {
    try (var evaluator = evaluator(1)) {
      return evaluator.evaluate(request, Cancellation.NEVER);
    }
  }

  @Test
  default void thePhasesOfAnEvaluationLieBetweenQuestionAndAnswer() {
    long asked = System.nanoTime();

    var usage = ((Evaluation.Rendered) evaluate(program("{ a: 1 }"))).usage();

    var phases = usage.phases();
    assertThat(phases.begun() - asked).isPositive();
    assertThat(phases.parse().plus(phases.evaluate()).plus(phases.manifest()))
        .isPositive()
        .isLessThan(Duration.ofNanos(System.nanoTime() - phases.begun()));
  }

  @Test
  default void theValueIsWrittenAsJsonWithThreeSpacesAndANewline() {
    assertThat(output(evaluate(program("{ b: [1, 2.5, 'x'], a: { c: null } }"))))
        .isEqualTo(
            """
            {
               "a": {
                  "c": null
               },
               "b": [
                  1,
                  2.5,
                  "x"
               ]
            }
            """);
  }

  @Test
  default void emptyContainersKeepASpace() {
    assertThat(output(evaluate(program("[{}, []]")))).isEqualTo("[\n   { },\n   [ ]\n]\n");
  }

  @Test
  default void everyCharacterReachesTheOutput() {
    assertThat(output(evaluate(program("'\u00e4\u20ac\ud83d\ude00\"\\\\\\n'"))))
        .isEqualTo("\"\u00e4\u20ac\ud83d\ude00\\\"\\\\\\n\"\n");
  }

  @Test
  default void aProgramImportsFilesBesideTheImportingOne() {
    var request =
        files(
            Map.of(
                "main.jsonnet", "import 'lib/a.libsonnet'",
                "lib/a.libsonnet", "{ a: import 'b.libsonnet', text: importstr '../text.txt' }",
                "lib/b.libsonnet", "2",
                "text.txt", "hello"));

    assertThat(output(evaluate(request))).isEqualTo("{\n   \"a\": 2,\n   \"text\": \"hello\"\n}\n");
  }

  @Test
  default void bytesAreImported() throws Throwable {
    var request = files(Map.of("main.jsonnet", "importbin 'x.bin'", "x.bin", "ab"));

    promised(
        EvaluatorPromise.IMPORTS_BYTES,
        () -> assertThat(output(evaluate(request))).isEqualTo("[\n   97,\n   98\n]\n"));
  }

  @Test
  default void theLastTreeOfTheSearchPathWinsFileByFile() {
    var request =
        searching(
            "[import 'lib/a', import 'lib/b']",
            tree("first", Map.of("lib/a", "'first a'", "lib/b", "'first b'")),
            tree("last", Map.of("lib/a", "'last a'")));

    assertThat(output(evaluate(request))).isEqualTo("[\n   \"last a\",\n   \"first b\"\n]\n");
  }

  @Test
  default void anAliasAloneIsItsMainFile() {
    var library = tree("lib", Map.of("main.libsonnet", "import 'x'", "x", "1", "sub/y", "2"));

    assertThat(output(evaluate(withLibrary("import 'alias'", "alias", library)))).isEqualTo("1\n");
    assertThat(output(evaluate(withLibrary("import 'alias/sub/y'", "alias", library))))
        .isEqualTo("2\n");
  }

  @Test
  default void aFolderOfTheSearchPathAloneIsItsMainFile() {
    var request = searching("import 'lib'", tree("path", Map.of("lib/main.libsonnet", "1")));

    assertThat(output(evaluate(request))).isEqualTo("1\n");
  }

  @Test
  default void anImportThatLeavesTheTreeIsNotFound() {
    for (var path : new String[] {"../../etc/passwd", "/etc/passwd", "a/../../b"}) {
      var failed = failure(evaluate(program("importstr '%s'".formatted(path))));

      assertThat(failed.reason()).isEqualTo(FailureReason.IMPORT);
      assertThat(failed.message().lines().findFirst())
          .hasValue(
              "RUNTIME ERROR: couldn't open import \"%s\": no match locally or in the Jsonnet library paths"
                  .formatted(path));
    }
  }

  @Test
  default void aProgramThatIsNotThereFailsAsAnImport() {
    assertThat(failure(evaluate(files(Map.of()))).reason()).isEqualTo(FailureReason.IMPORT);
  }

  @Test
  default void aFileThatIsTooLargeIsNotRead() {
    var limits = EvaluationLimits.DEFAULTS.withMaxSourceBytes(100);
    var big = files(Map.of("main.jsonnet", "importstr 'big'", "big", "x".repeat(101)));

    assertThat(failure(evaluate(within(limits, big))).message())
        .startsWith("RUNTIME ERROR: read home/big: the file has more than 100 bytes");
    assertThat(failure(evaluate(within(limits, program("//" + "x".repeat(100))))).message())
        .contains("100 bytes");
  }

  @Test
  default void textsAndCodeReachThePrograms() {
    var values =
        Map.<String, Variable>of(
            "text", new Variable.Text("it's \"$1\"\n\\n \u00e4"),
            "code", new Variable.Code("{ a: 1 + 1 }.a"));
    var expected = "[\n   \"it's \\\"$1\\\"\\n\\\\n \u00e4\",\n   2\n]\n";

    var variables = withVariables(program("[std.extVar('text'), std.extVar('code')]"), values);
    assertThat(output(evaluate(variables))).isEqualTo(expected);

    var arguments = withArguments(program("function(text, code) [text, code]"), values);
    assertThat(output(evaluate(arguments))).isEqualTo(expected);
  }

  @Test
  default void argumentsOfAProgramThatIsNoFunctionAreIgnored() {
    var request = withArguments(program("1"), Map.of("x", new Variable.Text("y")));

    assertThat(output(evaluate(request))).isEqualTo("1\n");
  }

  @Test
  default void codeInAVariableImportsLikeTheProgram() {
    var request =
        withVariables(
            files(Map.of("main.jsonnet", "std.extVar('x')", "a", "7")),
            Map.of("x", new Variable.Code("import 'a'")));

    assertThat(output(evaluate(request))).isEqualTo("7\n");
  }

  @Test
  default void anArgumentThatTheProgramDoesNotKnowIsTheCallersFault() throws Throwable {
    var request = withArguments(program("function(a=1) a"), Map.of("b", new Variable.Text("")));

    promised(
        EvaluatorPromise.TELLS_ARGUMENTS_APART,
        () -> assertThat(failure(evaluate(request)).reason()).isEqualTo(FailureReason.ARGUMENT));
  }

  @Test
  default void whatIsNoProgramIsASyntaxFailure() {
    assertThat(failure(evaluate(program("{ a: }"))).reason()).isEqualTo(FailureReason.SYNTAX);
    assertThat(failure(evaluate(program("x"))).reason()).isEqualTo(FailureReason.SYNTAX);
  }

  @Test
  default void whatTheProgramDoesWrongIsARuntimeFailure() {
    var failed = failure(evaluate(program("error 'over'")));

    assertThat(failed.reason()).isEqualTo(FailureReason.RUNTIME);
    assertThat(failed.message()).startsWith("RUNTIME ERROR: over");
    assertThat(failed.trace()).contains("home/main.jsonnet");
  }

  @Test
  default void aMessageThatIsTooLongLosesItsMiddle() {
    var source = "error 'begin' + std.join('', std.makeArray(200000, function(i) 'x')) + 'end'";

    var failed = failure(evaluate(program(source)));

    assertThat(failed.message())
        .hasSizeLessThan(Evaluation.Failed.MAX_TEXT + 100)
        .startsWith("RUNTIME ERROR: beginx")
        .contains("x ... (134487 characters) ... x")
        .endsWith("xend");
    assertThat(failed.trace()).hasSizeLessThan(Evaluation.Failed.MAX_TEXT + 100);
  }

  @Test
  default void messagesBeginLikeThoseOfTheReference() throws Throwable {
    promised(
        EvaluatorPromise.SPEAKS_LIKE_THE_REFERENCE,
        () -> {
          assertThat(failure(evaluate(program("{ a: }"))).message())
              .startsWith("home/main.jsonnet:1:6-7 Unexpected: \"}\" while parsing terminal");
          assertThat(failure(evaluate(program("{}.x"))).message())
              .startsWith("RUNTIME ERROR: Field does not exist: x");
        });
  }

  @Test
  default void functionsOfTheHostThatAreNotThereAreNull() throws Throwable {
    promised(
        EvaluatorPromise.KNOWS_THE_WHOLE_LIBRARY,
        () -> {
          assertThat(output(evaluate(program("std.native('nope')")))).isEqualTo("null\n");
          assertThat(output(evaluate(program("std.get({ a: 1 }, 'a')")))).isEqualTo("1\n");
        });
  }

  @Test
  default void whatAProgramTracesReachesTheCaller() throws Throwable {
    promised(
        EvaluatorPromise.REPORTS_TRACES,
        () ->
            assertThat(evaluate(program("std.trace('here', 1)")))
                .isInstanceOfSatisfying(
                    Evaluation.Rendered.class,
                    rendered ->
                        assertThat(rendered.messages())
                            .containsExactly("TRACE: home/main.jsonnet:1 here")));
  }

  @Test
  default void moreOutputThanAllowedIsAFailure() {
    var limits = EvaluationLimits.DEFAULTS.withMaxOutputBytes(10_000);
    var source = "std.makeArray(1000, function(i) 'ten bytes!')";

    assertThat(failure(evaluate(within(limits, program(source)))).reason())
        .isEqualTo(FailureReason.LIMIT);
  }

  @Test
  default void recursionWithoutEndIsAFailure() {
    // An engine that has no count of its own fills its native stack first, which takes a while.
    var patient = EvaluationLimits.DEFAULTS.withTimeout(Duration.ofMinutes(1));
    var endless = within(patient, program("local f(x) = 1 + f(x + 1); f(0)"));
    var failed = failure(evaluate(endless));

    assertThat(failed.reason()).isEqualTo(FailureReason.LIMIT);
    assertThat(failed.message()).startsWith("RUNTIME ERROR: max stack frames exceeded.");
  }

  @Test
  default void theStackHasTheSizeThatWasAskedFor() throws Throwable {
    var source = "local f(x) = if x == 0 then 0 else f(x - 1); f(%d)";

    assertThat(output(evaluate(program(source.formatted(497))))).isEqualTo("0\n");
    promised(
        EvaluatorPromise.KEEPS_THE_STACK_LIMIT,
        () ->
            assertThat(failure(evaluate(program(source.formatted(498)))).reason())
                .isEqualTo(FailureReason.LIMIT));
  }

  @Test
  default void moreStepsThanAllowedAreAFailure() throws Throwable {
    var limits = EvaluationLimits.DEFAULTS.withMaxSteps(10_000);
    var source = "std.foldl(function(a, b) a + b, std.range(1, 100000), 0)";

    promised(
        EvaluatorPromise.KEEPS_THE_STEP_LIMIT,
        () ->
            assertThat(failure(evaluate(within(limits, program(source)))).reason())
                .isEqualTo(FailureReason.LIMIT));
  }

  @Test
  default void deepNestingIsAFailure() {
    var failed = failure(evaluate(program("[".repeat(1_000_000))));

    assertThat(failed.reason()).isIn(FailureReason.LIMIT, FailureReason.SYNTAX);
  }

  @Test
  default void theCallerIsAnsweredAtTheDeadline() throws Throwable {
    var timeout = Duration.ofMillis(100);
    var request = within(EvaluationLimits.DEFAULTS.withTimeout(timeout), program(LONG_WORK));
    try (var evaluator = evaluator(1)) {
      long begin = System.nanoTime();
      var evaluation = evaluator.evaluate(request, Cancellation.NEVER);

      assertThat(evaluation)
          .isInstanceOfSatisfying(
              Evaluation.TimedOut.class, late -> assertThat(late.limit()).isEqualTo(timeout));
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(timeout, timeout.plus(SLACK));
      promised(EvaluatorPromise.ENDS_AT_ITS_DEADLINE, () -> placeIsFree(evaluator));
    }
  }

  @Test
  default void cancellingFreesThePlace() throws Throwable {
    var gate = new GatedTree(tree("home", Map.of("main.jsonnet", LONG_WORK)));
    var cancellation = new CancellationSwitch();
    try (var evaluator = evaluator(1)) {
      var waiting = evaluateAside(evaluator, request(Program.of(MAIN, gate)), cancellation);
      gate.awaitReader();
      gate.open();
      cancellation.cancel();

      assertThat(waiting.join()).isInstanceOf(Evaluation.Cancelled.class);
      promised(EvaluatorPromise.ENDS_WHEN_CANCELLED, () -> placeIsFree(evaluator));
    }
  }

  @Test
  default void whatIsCancelledBeforehandIsNotEvaluated() {
    var cancellation = new CancellationSwitch();
    cancellation.cancel();
    try (var evaluator = evaluator(1)) {
      assertThat(evaluator.evaluate(program("1"), cancellation))
          .isInstanceOf(Evaluation.Cancelled.class);
      placeIsFree(evaluator);
    }
  }

  @Test
  default void anInterruptCancelsAndIsKept() throws InterruptedException {
    var gate = new GatedTree(tree("home", Map.of("main.jsonnet", "1")));
    var interrupted = new AtomicReference<Boolean>();
    var evaluation = new AtomicReference<Evaluation>();
    try (var evaluator = evaluator(1)) {
      var caller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    evaluation.set(
                        evaluator.evaluate(request(Program.of(MAIN, gate)), Cancellation.NEVER));
                    interrupted.set(Thread.currentThread().isInterrupted());
                  });
      gate.awaitReader();
      caller.interrupt();
      caller.join();

      assertThat(evaluation.get()).isInstanceOf(Evaluation.Cancelled.class);
      assertThat(interrupted.get()).isTrue();
      gate.open();
    }
  }

  @Test
  default void oneMoreThanAllowedIsRefusedAtOnce() throws InterruptedException {
    var gate = new GatedTree(tree("home", Map.of("main.jsonnet", "1")));
    try (var evaluator = evaluator(1)) {
      var running = evaluateAside(evaluator, request(Program.of(MAIN, gate)), Cancellation.NEVER);
      gate.awaitReader();

      assertThat(evaluator.evaluate(program("2"), Cancellation.NEVER))
          .isEqualTo(new Evaluation.Refused(1, Duration.ofSeconds(1)));
      gate.open();
      assertThat(output(running.join())).isEqualTo("1\n");
      assertThat(output(evaluator.evaluate(program("2"), Cancellation.NEVER))).isEqualTo("2\n");
    }
  }

  @Test
  default void anEditedFileIsSeenByTheNextEvaluation() {
    var texts = new HashMap<>(Map.of("main.jsonnet", "import 'a'", "a", "1"));
    var request = request(Program.of(MAIN, new ChangingTree(texts)));
    try (var evaluator = evaluator(1)) {
      assertThat(output(evaluator.evaluate(request, Cancellation.NEVER))).isEqualTo("1\n");
      texts.put("a", "2");
      assertThat(output(evaluator.evaluate(request, Cancellation.NEVER))).isEqualTo("2\n");
    }
  }

  @Test
  default void evaluationsSideBySideDoNotDisturbEachOther() {
    var source = "{ [std.extVar('n') + i]: std.md5('' + i) for i in std.range(1, 50) }";
    try (var evaluator = evaluator(16);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var alone = output(evaluate(numbered(source, 0)));
      var outputs =
          IntStream.range(0, 16)
              .mapToObj(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> evaluator.evaluate(numbered(source, n), Cancellation.NEVER),
                          callers))
              .toList();

      for (int n = 0; n < outputs.size(); n++) {
        assertThat(output(outputs.get(n).join())).isEqualTo(alone.replace("\"0-", "\"" + n + "-"));
      }
    }
  }

  @Test
  default void aClosedEvaluatorTakesNoMore() {
    var evaluator = evaluator(1);
    evaluator.close();
    evaluator.close();

    assertThatThrownBy(() -> evaluator.evaluate(program("1"), Cancellation.NEVER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void closingEndsWhatRuns() throws InterruptedException {
    var gate = new GatedTree(tree("home", Map.of("main.jsonnet", LONG_WORK)));
    var evaluator = evaluator(1);
    var waiting = evaluateAside(evaluator, request(Program.of(MAIN, gate)), Cancellation.NEVER);
    gate.awaitReader();
    gate.open();
    evaluator.close();

    assertThat(waiting.join()).isInstanceOf(Evaluation.Cancelled.class);
  }

  private static EvaluationRequest numbered(String source, int n) {
    return withVariables(program(source), Map.of("n", new Variable.Text(n + "-")));
  }

  private static CompletableFuture<Evaluation> evaluateAside(
      Evaluator evaluator, EvaluationRequest request, Cancellation cancellation) {
    var answer = new CompletableFuture<Evaluation>();
    Thread.ofVirtual().start(() -> answer.complete(evaluator.evaluate(request, cancellation)));
    return answer;
  }

  private static void placeIsFree(Evaluator evaluator) {
    long end = System.nanoTime() + PLACE_SLACK.toNanos();
    Evaluation evaluation;
    do {
      evaluation = evaluator.evaluate(program("1"), Cancellation.NEVER);
      Thread.onSpinWait();
    } while (evaluation instanceof Evaluation.Refused && System.nanoTime() < end);
    assertThat(evaluation).isInstanceOf(Evaluation.Rendered.class);
  }

  /** A tree that somebody edits; equal to itself alone, whatever is in it. */
  final class ChangingTree implements FileTree {

    private final Map<String, String> texts;

    /** A tree of these texts by path, which may change. */
    public ChangingTree(Map<String, String> texts) {
      this.texts = texts;
    }

    @Override
    public String label(TreePath path) {
      return "changing/" + path;
    }

    @Override
    public boolean holds(TreePath path) {
      return texts.containsKey(path.text());
    }

    @Override
    public FileRead read(TreePath path, long maxBytes) {
      var text = texts.get(path.text());
      return text == null
          ? new FileRead.Absent()
          : new FileRead.Content(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
