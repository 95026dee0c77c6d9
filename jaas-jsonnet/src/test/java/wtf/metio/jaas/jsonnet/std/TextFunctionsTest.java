// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.imports.MemoryImporter;
import wtf.metio.jaas.jsonnet.runtime.RecordedLines;

/** Functions on strings and functions that make them, with arguments in which much can go wrong. */
final class TextFunctionsTest {

  private static final String ARROW = " => ";

  private final Engine engine = new Engine(List.of());

  static List<String> calls() {
    return RecordedLines.of(TextFunctionsTest.class, "text-calls.txt");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answersAsTheReferenceDoes(String line) {
    int arrow = line.indexOf(ARROW);

    var answer = answer("std.toString([" + line.substring(0, arrow) + "])");

    assertThat(answer).isEqualTo(line.substring(arrow + ARROW.length()));
  }

  @Test
  void theTableIsThere() {
    assertThat(calls()).hasSizeGreaterThan(400);
  }

  private String answer(String program) {
    return switch (engine.evaluate(job(program.getBytes(StandardCharsets.UTF_8)))) {
      case Outcome.Rendered(Output.Text(var bytes), _) ->
          new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
      case Outcome.Rendered rendered -> rendered.toString();
      case Outcome.Failed(var failure, _) -> failure.message().replace("RUNTIME ERROR: ", "!");
    };
  }

  private static Job job(byte[] source) {
    return new Job(
        "test",
        "test",
        source,
        MemoryImporter.empty(),
        Map.of(),
        Map.of(),
        Limits.DEFAULTS,
        OutputForm.STRING,
        () -> false,
        MemoryGuard.NONE,
        line -> {});
  }
}
