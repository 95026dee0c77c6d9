// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.app.commandline.RenderCommand;
import wtf.metio.jaas.jsonnet.Engine;

class ExamplesTest {

  private static final boolean UPDATE = System.getProperty("examples.update") != null;

  static List<ExampleRequest> requests() throws IOException {
    return ExampleRequest.all();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theServiceAnswersWithTheResultOnThePage(ExampleRequest request) throws Exception {
    String answer;
    try (var service = new ExampleService(request.flags())) {
      answer = service.get(request.target());
    }
    if (UPDATE || !Files.exists(request.result())) {
      Files.writeString(request.result(), answer);
      fail("Wrote " + request.result() + "; look at it and run again without the update.");
    }
    assertThat(answer).isEqualTo(Files.readString(request.result()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theCommandPrintsTheSame(ExampleRequest request) throws IOException {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    var command =
        new RenderCommand(
            new ByteArrayInputStream(new byte[0]),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            new Engine(List.of()),
            () -> "");

    int exitCode = command.run(arguments(request), Map.of());

    assertThat(stderr.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(stdout.toString(StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(request.result()));
  }

  @Test
  void everySnippetHasALineOnThePage() throws IOException {
    try (Stream<Path> folders = Files.list(ExampleRequest.EXAMPLES.resolve("snippets"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              requests().stream().map(ExampleRequest::snippet).collect(Collectors.toSet()));
    }
  }

  @Test
  void everyResultHasALineOnThePage() throws IOException {
    try (Stream<Path> files = Files.walk(ExampleRequest.EXAMPLES)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(
              requests().stream().map(ExampleRequest::result).toList());
    }
  }

  @Test
  void thereAreAsManyRequestsAsLinesOnThePage() throws IOException {
    try (Stream<String> lines = Files.lines(ExampleRequest.EXAMPLES.resolve("README.md"))) {
      assertThat(requests()).hasSize((int) lines.filter(line -> line.startsWith("| `")).count());
    }
  }

  private static List<String> arguments(ExampleRequest request) {
    var arguments = new ArrayList<>(List.of("-J", ExampleRequest.EXAMPLES + "/libraries"));
    for (var flag : request.flags()) {
      var value = flag.substring(flag.indexOf('=') + 1);
      arguments.addAll(
          flag.startsWith("--ext-var")
              ? List.of("-V", value)
              : List.of("-J", value.replace("deploy/", "../deploy/")));
    }
    var byName = new LinkedHashMap<String, List<String>>();
    for (var pair : request.query().split("&")) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        byName.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
      }
    }
    byName.forEach((name, values) -> arguments.addAll(argument(name, values)));
    arguments.add(ExampleRequest.EXAMPLES + "/snippets/" + request.snippet() + "/main.jsonnet");
    return arguments;
  }

  // On a command line an array is code.
  private static List<String> argument(String name, List<String> values) {
    return values.size() == 1
        ? List.of("-A", name + '=' + values.getFirst())
        : List.of(
            "--tla-code", name + values.stream().collect(Collectors.joining("','", "=['", "']")));
  }
}
