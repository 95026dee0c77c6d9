// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.ReferencePage;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.render.EndedRequest;
import wtf.metio.jaas.app.render.Rendering;
import wtf.metio.jaas.app.settings.TracingSettings;
import wtf.metio.jaas.app.trace.TraceContext;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;

class TracingPageTest {

  private static final ReferencePage PAGE = new ReferencePage("reference/tracing.md");
  private static final String REQUEST = "METHOD /jsonnet/{snippet}";

  @TempDir Path folder;

  /** The attributes of all spans that a service makes, by the name of the span on the page. */
  private Map<String, Set<String>> recorded() throws IOException {
    try (var receiver = new Receiver()) {
      snippet("hello", "'hello'");
      snippet("broken", "error 'no'");
      snippet("endless", "local f(n) = f(n + 1) tailstrict; f(0)");
      try (var service =
          RunningService.ofSnippets(
              folder,
              "--evaluation-timeout=700ms",
              "--tracing-endpoint=" + receiver.endpoint(),
              "--tracing-insecure")) {
        service.snippet("hello");
        service.snippet("broken");
        service.snippet("endless");
        service.snippet("missing");
        service.get("jsonnet", "/elsewhere");
      }
      var settings = new TracingSettings(receiver.endpoint(), true, 1, Map.of());
      try (var tracing = Tracing.of(settings, "1", new SpanCounts())) {
        tracing.ended(ending(new Evaluation.Refused(1, Duration.ofSeconds(1))));
        tracing.ended(ending(new Evaluation.Cancelled(usageOfEarlierRequest())));
        PassFixture.everyKind().forEach(tracing::passed);
      }
      var recorded = new TreeMap<String, Set<String>>();
      for (var span : receiver.spans()) {
        recorded
            .computeIfAbsent(nameOnPage(span), _ -> new TreeSet<>())
            .addAll(span.getAttributesList().stream().map(KeyValue::getKey).toList());
      }
      return recorded;
    }
  }

  private static EndedRequest ending(Evaluation evaluation) {
    long now = System.nanoTime();
    return new EndedRequest(
        TraceContext.of(List.of(), List.of(), new Random()),
        "GET",
        "/jsonnet/hello",
        "/jsonnet/{snippet}",
        now,
        Duration.ZERO,
        new EndedRequest.Answer("any", 0, 0),
        new Rendering("hello", now, now, evaluation));
  }

  private static EvaluationUsage usageOfEarlierRequest() {
    return new EvaluationUsage(
        1, 1, Duration.ZERO, EvaluationPhases.undivided(System.nanoTime() - 1, Duration.ZERO));
  }

  private void snippet(String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  private static String nameOnPage(Span span) {
    return span.getName().startsWith("GET") ? REQUEST : span.getName();
  }

  @Test
  void itListsEverySpanAndNoOther() throws IOException {
    assertThat(PAGE.rows("Span").stream().map(row -> ReferencePage.code(row.getFirst())))
        .containsExactlyInAnyOrderElementsOf(recorded().keySet());
  }

  @Test
  void itListsEveryAttributeOfEverySpanAndNoOther() throws IOException {
    var listed = new TreeMap<String, Set<String>>();
    PAGE.rows("Span")
        .forEach(row -> listed.put(ReferencePage.code(row.getFirst()), new TreeSet<>()));
    for (var row : PAGE.rows("Attribute")) {
      var spans = row.get(1).equals("request") ? Set.of(REQUEST) : ReferencePage.codes(row.get(1));
      spans.forEach(span -> listed.get(span).add(ReferencePage.code(row.getFirst())));
    }

    assertThat(listed).isEqualTo(recorded());
  }

  @Test
  void itListsTheVariablesThatAreReadAndNoOther() throws IOException {
    var source =
        Files.readString(
            Path.of(
                "src/main/java", ExporterVariables.class.getName().replace('.', '/') + ".java"));
    var read = new TreeSet<>(Set.of("OTEL_RESOURCE_ATTRIBUTES"));
    Pattern.compile("exporter\\(\\s*\"([A-Z_]+)\"")
        .matcher(source)
        .results()
        .map(match -> match.group(1))
        .forEach(
            name ->
                read.addAll(
                    Set.of("OTEL_EXPORTER_OTLP_" + name, "OTEL_EXPORTER_OTLP_TRACES_" + name)));
    var listed =
        PAGE.rows("Variable").stream()
            .flatMap(row -> ReferencePage.codes(row.getFirst()).stream())
            .collect(Collectors.toSet());

    assertThat(listed).containsExactlyInAnyOrderElementsOf(read);
  }
}
