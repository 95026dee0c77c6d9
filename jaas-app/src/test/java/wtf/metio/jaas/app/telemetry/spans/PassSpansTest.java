// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.app.settings.TracingSettings;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.operator.reconcile.observation.PassPhase.Name;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;

@Timeout(120)
class PassSpansTest {

  private static final String PASS = "JsonnetSnippet.Reconcile";

  /** The spans of a pass, by their names. */
  private static Map<String, Span> spans(PassTrace trace) {
    try (var receiver = new Receiver()) {
      var settings = new TracingSettings(receiver.endpoint(), true, 1, Map.of());
      try (var tracing = Tracing.of(settings, "1", new SpanCounts())) {
        tracing.passed(trace);
      }
      return receiver.spans().stream()
          .collect(Collectors.toMap(Span::getName, span -> span, (a, b) -> a, TreeMap::new));
    }
  }

  private static String attribute(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(pair -> pair.getKey().equals(name))
        .map(KeyValue::getValue)
        .map(
            value ->
                value.hasStringValue()
                    ? value.getStringValue()
                    : value.hasIntValue()
                        ? Long.toString(value.getIntValue())
                        : Boolean.toString(value.getBoolValue()))
        .findFirst()
        .orElse("");
  }

  private static boolean isError(Span span) {
    return span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR;
  }

  @Test
  void aPassIsASpanWithOneForEachOfItsParts() {
    var spans = spans(PassFixture.published());
    assertThat(spans)
        .containsOnlyKeys(
            PASS,
            "snippet.resolveSource",
            "snippet.resolveLibraries",
            "snippet.evaluate",
            "snippet.publish");
    var pass = spans.remove(PASS);
    assertThat(pass.getParentSpanId().isEmpty()).isTrue();
    assertThat(attribute(pass, "jaas.namespace")).isEqualTo("team");
    assertThat(attribute(pass, "jaas.name")).isEqualTo("dash");
    assertThat(attribute(pass, "jaas.generation")).isEqualTo("3");
    assertThat(spans.values())
        .allMatch(span -> span.getParentSpanId().equals(pass.getSpanId()))
        .allMatch(span -> span.getStartTimeUnixNano() >= pass.getStartTimeUnixNano())
        .allMatch(span -> span.getEndTimeUnixNano() <= pass.getEndTimeUnixNano())
        .noneMatch(PassSpansTest::isError);
  }

  @Test
  void partsSayWhatTheyWorkedOn() {
    var spans = spans(PassFixture.published());
    var source = spans.get("snippet.resolveSource");
    var publication = spans.get("snippet.publish");
    assertThat(attribute(source, "jaas.source.mode")).isEqualTo("sourceRef");
    assertThat(attribute(source, "jaas.source.fileCount")).isEqualTo("2");
    assertThat(attribute(spans.get("snippet.resolveLibraries"), "jaas.library.count"))
        .isEqualTo("1");
    assertThat(attribute(spans.get("snippet.evaluate"), "jaas.eval.renderedBytes")).isEqualTo("2");
    assertThat(attribute(publication, "jaas.publish.enabled")).isEqualTo("true");
    assertThat(attribute(publication, "jaas.publish.revision"))
        .isEqualTo(Revision.ofText(PassFixture.CONTENT).text());
  }

  @Test
  void thePartThatFailedIsAnErrorWithItsReasonAndWithoutTheMessage() {
    var spans = spans(PassFixture.failed(Reason.SOURCE_FETCH_FAILED, Name.RESOLVE_SOURCE));
    var source = spans.get("snippet.resolveSource");
    assertThat(spans.values()).allMatch(PassSpansTest::isError);
    assertThat(attribute(source, "jaas.reason")).isEqualTo("SourceFetchFailed");
    assertThat(attribute(source, "jaas.transient")).isEqualTo("true");
    assertThat(attribute(spans.get(PASS), "jaas.reason")).isEqualTo("SourceFetchFailed");
    assertThat(spans.toString()).doesNotContain("secret");
  }

  @Test
  void partsThatWentWellAreNoErrors() {
    var spans =
        spans(
            PassFixture.failed(
                Reason.EVALUATION_FAILED,
                Name.RESOLVE_SOURCE,
                Name.RESOLVE_LIBRARIES,
                Name.EVALUATE));
    assertThat(spans.values())
        .filteredOn(PassSpansTest::isError)
        .extracting(Span::getName)
        .containsExactlyInAnyOrder(PASS, "snippet.evaluate");
  }

  @Test
  void aStoreThatFailsIsNoFaultOfTheProgram() {
    var spans =
        spans(
            PassFixture.failed(
                Reason.STORAGE_OPERATION_FAILED, Name.RESOLVE_SOURCE, Name.EVALUATE));
    assertThat(spans.values())
        .filteredOn(PassSpansTest::isError)
        .extracting(Span::getName)
        .containsExactly(PASS);
  }
}
