// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.jsonnet.Binding;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.imports.MemoryImporter;

class TankaFunctionsTest {

  private static final Engine ENGINE = new Engine(TankaFunctions.all());

  /** Calls the function of a recorded case; shows what came and what was expected. */
  private static final String CASE =
      """
      local case = std.parseJson(std.extVar('case'));
      local call = case[0];
      local f = std.native(call[0]);
      local got =
        if std.length(call) == 2 then f(call[1])
        else if std.length(call) == 3 then f(call[1], call[2])
        else f(call[1], call[2], call[3]);
      if 'value' in case[1] && got == case[1].value then 'as recorded' else got
      """;

  static Stream<String> recorded() {
    return lines("/natives/recorded.jsonl");
  }

  static Stream<String> deviations() {
    return lines("/natives/deviations.jsonl");
  }

  private static Stream<String> lines(String resource) {
    try (var lines = TankaFunctionsTest.class.getResourceAsStream(resource)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void everyCallEndsAsRecorded(String recorded) {
    assertThat(ending(recorded)).isEqualTo("as recorded");
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void whatIsListedAsADeviationIsOne(String recorded) {
    assertThat(ending(recorded)).isNotEqualTo("as recorded");
  }

  private static String ending(String recorded) {
    var outcome = evaluate(CASE, Map.of("case", new Binding.Text(recorded)), Duration.ZERO);
    if (outcome instanceof Outcome.Failed(var failure, _)) {
      return recorded.contains("{\"error\":") ? "as recorded" : failure.message();
    }
    return text(outcome).equals("\"as recorded\"\n") ? "as recorded" : text(outcome);
  }

  static Stream<String> manifested() {
    return Stream.concat(recorded(), deviations())
        .filter(
            call -> call.startsWith("[[\"manifestYamlFromJson\"") && call.contains("{\"value\":"));
  }

  @ParameterizedTest
  @MethodSource("manifested")
  void yamlThatWasWrittenReadsBackAsTheSameValue(String recorded) {
    var source =
        """
        local json = std.parseJson(std.extVar('case'))[0][1];
        local yaml = std.native('manifestYamlFromJson')(json);
        if std.native('parseYaml')(yaml) == [std.parseJson(json)] then 'same' else yaml
        """;
    var outcome = evaluate(source, Map.of("case", new Binding.Text(recorded)), Duration.ZERO);

    assertThat(text(outcome)).isEqualTo("\"same\"\n");
  }

  @Test
  void aFunctionThatNobodyKnowsIsNull() {
    assertThat(text(evaluate("std.native('helmTemplate')", Map.of(), Duration.ZERO)))
        .isEqualTo("null\n");
  }

  @Test
  void anArgumentOfAnotherTypeIsNamed() {
    assertThat(failure("std.native('sha256')(1)").message()).contains("sha256");
  }

  @Test
  void aPatternThatTroublesOthersTakesLinearTime() {
    var source = "std.native('regexMatch')('(a*)*b', std.repeat('a', 100000))";

    assertThat(text(evaluate(source, Map.of(), Duration.ofSeconds(20)))).isEqualTo("false\n");
  }

  @Test
  void aLongSearchEndsAtTheDeadline() {
    var source = "std.native('regexSubst')('(x+x+)+y|(a?){200}', std.repeat('xa', 2000000), '-')";

    var outcome = evaluate(source, Map.of(), Duration.ofMillis(300));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.failure().kind())
                    .isIn(FailureKind.TIMEOUT, FailureKind.LIMIT, FailureKind.RUNTIME));
    assertThat(outcome.usage().elapsed()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void nestingInTextsHasABound() {
    assertThat(failure("std.native('parseJson')(std.repeat('[', 1000000))").kind())
        .isIn(FailureKind.RUNTIME, FailureKind.LIMIT);
    assertThat(failure("std.native('parseYaml')(std.repeat('[', 1000000))").kind())
        .isIn(FailureKind.RUNTIME, FailureKind.LIMIT);
  }

  private static Failure failure(String source) {
    if (evaluate(source, Map.of(), Duration.ofSeconds(20)) instanceof Outcome.Failed failed) {
      return failed.failure();
    }
    throw new AssertionError("did not fail: " + source);
  }

  private static String text(Outcome outcome) {
    if (outcome instanceof Outcome.Rendered(Output.Text(var bytes), _)) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    throw new AssertionError("not rendered: " + outcome);
  }

  private static Outcome evaluate(String source, Map<String, Binding> variables, Duration timeout) {
    var job =
        Job.of("test.jsonnet", source.getBytes(StandardCharsets.UTF_8), MemoryImporter.empty());
    return ENGINE.evaluate(
        new Job(
            job.label(),
            job.fileName(),
            job.source(),
            job.importer(),
            variables,
            Map.of(),
            Limits.DEFAULTS.withTimeout(timeout),
            job.form(),
            job.cancelled(),
            job.memory(),
            job.traceSink()));
  }
}
