// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.imports.MemoryImporter;

/**
 * Corners of the functions on arrays, sets, objects and numbers, as recorded from the reference.
 */
final class CollectionsTest {

  private final Engine engine = new Engine(List.of());

  @Test
  void everyRecordedProgramEndsAsInTheReference() throws Exception {
    var expected = recorded();
    var actual = new AtomicReference<Map<String, List<String>>>();
    var runner =
        new Thread(
            null,
            () -> actual.set(evaluated(expected.keySet())),
            "evaluation",
            Engine.stackBytes(Limits.DEFAULT_MAX_STACK));
    runner.start();
    runner.join();

    assertThat(actual.get()).isEqualTo(expected);
  }

  private Map<String, List<String>> evaluated(Iterable<String> programs) {
    var results = new LinkedHashMap<String, List<String>>();
    for (var program : programs) {
      var lines = new ArrayList<String>();
      lines.add(result(engine.evaluate(job(program, lines))));
      results.put(program, lines);
    }
    return results;
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rendered(Output.Text(byte[] bytes), _) ->
          "= " + new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
      case Outcome.Rendered(Output output, _) -> "= " + output;
      case Outcome.Failed(var failure, _) ->
          "! " + failure.message().lines().findFirst().orElse("");
    };
  }

  private static Job job(String program, List<String> traces) {
    return new Job(
        "<cmdline>",
        "",
        program.getBytes(StandardCharsets.UTF_8),
        MemoryImporter.empty(),
        Map.of(),
        Map.of(),
        Limits.DEFAULTS.withTimeout(Duration.ofSeconds(30)),
        OutputForm.JSON,
        () -> false,
        MemoryGuard.NONE,
        line -> traces.add("trace " + line));
  }

  private static Map<String, List<String>> recorded() throws IOException {
    var programs = new LinkedHashMap<String, List<String>>();
    List<String> lines = List.of();
    try (InputStream table = CollectionsTest.class.getResourceAsStream("collections.txt")) {
      for (var line : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("  ")) {
          lines.add(line.strip());
        } else if (!line.startsWith("#")) {
          lines = new ArrayList<>();
          programs.put(line, lines);
        }
      }
    }
    return programs;
  }
}
