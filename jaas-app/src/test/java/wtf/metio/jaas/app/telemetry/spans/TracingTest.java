// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RunningService;

@Timeout(120)
class TracingTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @TempDir Path folder;

  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    snippet("hello", "local x = import 'x.libsonnet'; function(a='') { a: a, b: x }");
    Files.writeString(folder.resolve("hello/x.libsonnet"), "[1, 2]");
    snippet("broken", "error 'secret'");
    snippet("endless", "local f(n) = f(n + 1) tailstrict; f(0)");
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private void snippet(String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  private RunningService service(String... flags) {
    return service(Map.of(), flags);
  }

  private RunningService service(Map<String, String> environment, String... more) {
    var flags =
        new ArrayList<>(
            List.of(
                "--snippet-directory=" + folder,
                "--tracing-endpoint=" + receiver.endpoint(),
                "--tracing-insecure",
                "--access-log"));
    flags.addAll(List.of(more));
    return RunningService.start(environment, flags);
  }

  private static void getWithTrace(RunningService service, String target, String flags) {
    service.send(
        "jsonnet",
        "GET /jsonnet/"
            + target
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\ntraceparent: 00-"
            + TRACE
            + "-"
            + PARENT
            + "-"
            + flags
            + "\r\ntracestate: rojo=1,congo=2\r\n\r\n");
  }

  /** The spans after the service has ended, by their names. */
  private Map<String, Span> spans() {
    return receiver.spans().stream()
        .collect(Collectors.toMap(Span::getName, span -> span, (a, b) -> a, TreeMap::new));
  }

  private static Map<String, Object> attributes(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey, pair -> value(pair.getValue()), (a, b) -> a, TreeMap::new));
  }

  private static Object value(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> value.getIntValue();
      case BOOL_VALUE -> value.getBoolValue();
      default -> throw new AssertionError(value);
    };
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Test
  void aRequestIsAFamilyOfSpans() {
    try (var service = service()) {
      getWithTrace(service, "hello?a=hunter2", "01");
    }

    var spans = spans();
    assertThat(spans)
        .containsOnlyKeys(
            "GET /jsonnet/{snippet}",
            "snippet.queue",
            "snippet.evaluate",
            "snippet.parse",
            "snippet.manifest");
    var request = spans.get("GET /jsonnet/{snippet}");
    assertThat(request.getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
    assertThat(hex(request.getTraceId())).isEqualTo(TRACE);
    assertThat(hex(request.getParentSpanId())).isEqualTo(PARENT);
    assertThat(request.getTraceState()).isEqualTo("rojo=1,congo=2");
    assertThat(attributes(request.getAttributesList()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "http.request.method", "GET",
                "http.route", "/jsonnet/{snippet}",
                "http.response.status_code", 200L,
                "http.response.body.size", 55L,
                "url.scheme", "http",
                "url.path", "/jsonnet/hello",
                "jaas.name", "hello",
                "jaas.outcome", "rendered"));
    assertThat(attributes(spans.get("snippet.evaluate").getAttributesList()))
        .containsEntry("jaas.eval.renderedBytes", 55L)
        .containsOnlyKeys(
            "jaas.eval.renderedBytes",
            "jaas.eval.steps",
            "jaas.eval.allocatedBytes",
            "jaas.eval.importNanos");
    assertThat(receiver.spans().toString()).doesNotContain("hunter2");
    assertThat(receiver.spans())
        .allSatisfy(span -> assertThat(hex(span.getTraceId())).isEqualTo(TRACE));
  }

  @Test
  void childrenLieWithinTheirParents() {
    try (var service = service()) {
      service.snippet("hello");
    }

    var spans = spans();
    var request = spans.get("GET /jsonnet/{snippet}");
    var evaluate = spans.get("snippet.evaluate");
    assertThat(request.getParentSpanId().isEmpty()).isTrue();
    assertThat(Duration.ofNanos(request.getStartTimeUnixNano()))
        .isCloseTo(Duration.ofMillis(System.currentTimeMillis()), Duration.ofMinutes(2));
    assertWithin(request, spans.get("snippet.queue"));
    assertWithin(request, evaluate);
    assertWithin(evaluate, spans.get("snippet.parse"));
    assertWithin(evaluate, spans.get("snippet.manifest"));
    assertThat(evaluate.getStartTimeUnixNano())
        .isEqualTo(spans.get("snippet.queue").getEndTimeUnixNano())
        .isEqualTo(spans.get("snippet.parse").getStartTimeUnixNano());
    assertThat(evaluate.getEndTimeUnixNano())
        .isEqualTo(spans.get("snippet.manifest").getEndTimeUnixNano());
  }

  private static void assertWithin(Span parent, Span child) {
    assertThat(child.getParentSpanId()).isEqualTo(parent.getSpanId());
    assertThat(child.getStartTimeUnixNano())
        .isBetween(parent.getStartTimeUnixNano(), child.getEndTimeUnixNano());
    assertThat(child.getEndTimeUnixNano()).isLessThanOrEqualTo(parent.getEndTimeUnixNano());
  }

  @Test
  void logLinesNameTheSpanOfTheirRequest() {
    String log;
    try (var service = service("--log-format=text")) {
      service.snippet("hello");
      RunningService.await(() -> service.log().contains("msg=Request "));
      log = service.log();
    }

    var request = spans().get("GET /jsonnet/{snippet}");
    assertThat(log)
        .contains(
            " span-id="
                + hex(request.getSpanId())
                + " trace-id="
                + hex(request.getTraceId())
                + "\n");
  }

  @Test
  void spansNameTheServiceAndItsVersion() {
    try (var service =
        service(Map.of("OTEL_RESOURCE_ATTRIBUTES", "k8s.pod.name=jaas-0,service.name=other"))) {
      service.snippet("hello");
    }

    var resource = receiver.resources().getFirst();
    assertThat(attributes(resource.getResource().getAttributesList()))
        .containsEntry("service.name", "jaas")
        .containsEntry("service.version", "development")
        .containsEntry("k8s.pod.name", "jaas-0");
    assertThat(resource.getScopeSpans(0).getScope().getName()).isEqualTo("github.com/metio/jaas");
  }

  @Test
  void aFailureHasAReasonButNoDiagnostic() {
    try (var service = service()) {
      service.snippet("broken");
    }

    var evaluate = spans().get("snippet.evaluate");
    assertThat(evaluate.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(attributes(evaluate.getAttributesList())).containsEntry("jaas.reason", "runtime");
    var request = spans().get("GET /jsonnet/{snippet}");
    assertThat(request.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
    assertThat(attributes(request.getAttributesList()))
        .containsEntry("jaas.outcome", "evaluation_failed");
    assertThat(spans()).doesNotContainKey("snippet.manifest");
    assertThat(receiver.spans().toString()).doesNotContain("secret");
  }

  @Test
  void aTimeoutIsAnErrorOfTheServer() {
    try (var service = service("--evaluation-timeout=1s")) {
      service.snippet("endless");
    }

    assertThat(attributes(spans().get("snippet.evaluate").getAttributesList()))
        .containsEntry("jaas.reason", "timeout");
    var request = spans().get("GET /jsonnet/{snippet}");
    assertThat(request.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(attributes(request.getAttributesList())).containsEntry("error.type", "504");
  }

  @Test
  void whatIsNoSnippetIsASpanAlone() {
    try (var service = service()) {
      service.snippet("missing");
      service.get("jsonnet", "/elsewhere");
      service.send(
          "jsonnet", "BREW /jsonnet/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    assertThat(spans())
        .containsOnlyKeys("GET", "GET /jsonnet/{snippet}", "HTTP /jsonnet/{snippet}");
    assertThat(attributes(spans().get("HTTP /jsonnet/{snippet}").getAttributesList()))
        .containsEntry("http.request.method", "_OTHER");
  }

  @ParameterizedTest
  @CsvSource({"0.0, 00, 0", "0.0, 01, 1", "1.0, 00, 0", "1.0, 01, 1", "0.0, 03, 1"})
  void aCallersTraceIsRecordedIfTheCallerRecordsIt(String ratio, String flags, long recorded) {
    try (var service = service("--tracing-sample-ratio=" + ratio)) {
      getWithTrace(service, "missing", flags);
    }

    assertThat(receiver.spans()).hasSize((int) recorded);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0.5, 25, 175", "1, 200, 200"})
  void ofTracesThatBeginHereAShareIsRecorded(String ratio, int least, int most) {
    try (var service = service("--tracing-sample-ratio=" + ratio)) {
      for (int i = 0; i < 200; i++) {
        service.snippet("missing");
      }
    }

    assertThat(receiver.spans()).hasSizeBetween(least, most);
  }

  @Test
  void theStandardVariablesReachTheReceiver() {
    var variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=all",
            "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "x-tenant=a%20b , authorization=Basic%20dTpw+Zg==",
            "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");
    try (var service = service(variables)) {
      service.snippet("hello");
      assertThat(service.log()).doesNotContain("dTpw");
    }

    assertThat(receiver.header("x-tenant")).containsOnly("a b");
    assertThat(receiver.header("authorization")).containsOnly("Basic dTpw+Zg==");
    assertThat(receiver.header("grpc-encoding")).containsOnly("gzip");
    assertThat(receiver.spans()).hasSize(5);
  }

  @Test
  void aMalformedVariableIsIgnoredWithAWarning() {
    var variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_HEADERS", "hunter2",
            "OTEL_EXPORTER_OTLP_TIMEOUT", "soon",
            "OTEL_EXPORTER_OTLP_COMPRESSION", "magic");
    try (var service = service(variables, "--log-format=text")) {
      service.snippet("hello");
      assertThat(service.log())
          .contains("level=WARN msg=\"Environment variable is ignored: its value is malformed\"")
          .contains(
              " variable=OTEL_EXPORTER_OTLP_HEADERS\n",
              " variable=OTEL_EXPORTER_OTLP_TIMEOUT\n",
              " variable=OTEL_EXPORTER_OTLP_COMPRESSION\n")
          .doesNotContain("hunter2");
    }

    assertThat(receiver.spans()).hasSize(5);
  }

  @Test
  void aReceiverThatIsNotThereHurtsNobodyAndIsTalkedOfOnce() {
    receiver.close();
    try (var service = service(Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "300"), "--log-format=text")) {
      for (int i = 0; i < 520; i++) {
        assertThat(service.snippet("missing").status()).isEqualTo(404);
      }
      RunningService.await(
          () -> service.metric("jaas_tracing_spans_total{result=\"failed\"}") >= 512);
      for (int i = 0; i < 512; i++) {
        service.snippet("missing");
      }
      RunningService.await(
          () -> service.metric("jaas_tracing_spans_total{result=\"failed\"}") >= 1024);

      var lines = service.log().lines().filter(line -> line.contains("level=WARN")).toList();
      assertThat(lines).hasSize(1);
      assertThat(lines.getFirst())
          .contains(
              "msg=\"Cannot export spans\" tracing-endpoint=" + receiver.endpoint() + " error=");
    }
  }

  @Test
  void aReceiverThatHangsFillsAQueueAndNotTheHeap() {
    receiver.stall();
    try (var service = service("--result-cache-bytes=0")) {
      for (int i = 0; i < 600; i++) {
        assertThat(service.snippet("hello").status()).isEqualTo(200);
      }
      RunningService.await(
          () -> service.metric("jaas_tracing_spans_total{result=\"dropped\"}") >= 600 * 5 - 2048);
      receiver.goOn();
      RunningService.await(
          () ->
              service.metric("jaas_tracing_spans_total{result=\"exported\"}")
                      + service.metric("jaas_tracing_spans_total{result=\"dropped\"}")
                  == 600 * 5);
      assertThat(service.metric("jaas_tracing_spans_total{result=\"dropped\"}") % 5).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_b:4317", ":4317", "[::1]:4317", "otel.tracing.svc.cluster.local:4317"})
  void anyNameOfAReceiverWillDo(String endpoint) {
    try (var service =
        RunningService.start("--tracing-insecure", "--tracing-endpoint=" + endpoint)) {
      assertThat(service.log()).contains("\"tracing-endpoint\":\"" + endpoint + "\"");
    }
  }

  @Test
  void theLastFlushTakesFiveSecondsAtTheMost() {
    receiver.stall();
    var service = service();
    service.snippet("hello");
    long begin = System.nanoTime();

    service.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
  }
}
