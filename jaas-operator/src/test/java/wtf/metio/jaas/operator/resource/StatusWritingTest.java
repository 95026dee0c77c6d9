// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.SnippetStatus.ReadyCondition;

class StatusWritingTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Revision ONE = new Revision("sha256:" + "1".repeat(64));
  private static final Revision TWO = new Revision("sha256:" + "2".repeat(64));

  private static final SnippetStatus SYNCED =
      new SnippetStatus(
          3,
          ReadyCondition.synced("Rendered 5 bytes from 1 files", 3),
          "http://jaas/a/b/x.tar.gz",
          NOON,
          "look",
          List.of(new Published(TWO, NOON, null), new Published(ONE, NOON, NOON)),
          "inputs");

  private static KubeObject object(String status) {
    var json =
        """
        {"metadata": {"namespace": "a", "name": "b", "resourceVersion": "7"}, "status": %s}
        """
            .formatted(status);
    return new KubeObject((JsonObject) JsonParser.parseString(json));
  }

  private static JsonObject written(KubeObject before, SnippetStatus status, Progress progress) {
    return StatusWriting.patch(before, status, progress, NOON).orElseThrow();
  }

  private static SnippetStatus with(ReadyCondition ready) {
    return new SnippetStatus(3, ready, "", null, "", List.of(), "");
  }

  private static List<String> types(JsonObject body) {
    return Json.parts(Json.part(body, "status"), "conditions").stream()
        .map(condition -> Json.text(condition, "type"))
        .toList();
  }

  private static String since(JsonObject body) {
    return Json.text(
        Json.parts(Json.part(body, "status"), "conditions").getFirst(), "lastTransitionTime");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var body = written(object("{}"), SYNCED, Progress.SETTLED);
    var read = StatusReading.read(Json.part(body, "status"));

    assertThat(read.history()).isEqualTo(SYNCED.history());
    assertThat(read.handled()).isEqualTo("look");
    assertThat(read.inputsDigest()).isEqualTo("inputs");
    assertThat(read.lastSync()).isEqualTo(NOON);
    assertThat(read.ready())
        .isEqualTo(new ReadyCondition(true, "Synced", "Rendered 5 bytes from 1 files", NOON, 3));
    assertThat(Json.text(Json.part(body, "status"), "revision")).isEqualTo(TWO.text());
  }

  @Test
  void itHoldsOnlyForTheObjectThatWasRead() {
    var body = written(object("{}"), SYNCED, Progress.SETTLED);

    assertThat(Json.text(Json.part(body, "metadata"), "resourceVersion")).isEqualTo("7");
  }

  @Test
  void whatStandsThereAlreadyIsNotWritten() {
    var status = Json.part(written(object("{}"), SYNCED, Progress.SETTLED), "status");

    assertThat(
            StatusWriting.patch(
                object(status.toString()), SYNCED, Progress.SETTLED, NOON.plusSeconds(60)))
        .isEmpty();
  }

  @Test
  void whatIsNotWantedIsTakenAway() {
    var before = object("{\"artifactURL\": \"http://old\", \"inputsDigest\": \"x\"}");
    var body = written(before, with(ReadyCondition.synced("ok", 3)), Progress.SETTLED);

    assertThat(Json.part(body, "status").get("artifactURL").isJsonNull()).isTrue();
    assertThat(Json.part(body, "status").get("inputsDigest").isJsonNull()).isTrue();
  }

  @Test
  void aConditionThatSaysTheSameKeepsItsTime() {
    var before =
        object(
            """
            {"conditions": [{"type": "Ready", "status": "True", "reason": "Synced",
              "message": "ok", "lastTransitionTime": "2020-01-01T00:00:00Z"}]}
            """);

    assertThat(since(written(before, with(ReadyCondition.synced("ok", 3)), Progress.SETTLED)))
        .isEqualTo("2020-01-01T00:00:00Z");
    assertThat(since(written(before, with(ReadyCondition.synced("other", 3)), Progress.SETTLED)))
        .isEqualTo("2026-01-01T12:00:00Z");
  }

  @Test
  void conditionsAreSortedAndThoseOfOthersKept() {
    var before =
        object(
            """
            {"conditions": [{"type": "Zebra", "status": "True"}, "nonsense", {"type": ""},
              {"type": "Ape", "status": "False", "extra": 1}, {"type": "Stalled"}]}
            """);
    var ready = with(ReadyCondition.not(Reason.SOURCE_NOT_READY, "not yet", 3));

    assertThat(types(written(before, ready, Progress.RETRYING)))
        .containsExactly("Reconciling", "Ready", "Ape", "Zebra");
    assertThat(types(written(before, ready, Progress.STALLED)))
        .containsExactly("Stalled", "Ready", "Ape", "Zebra");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void aMessageOfAnyLengthFitsAndEndsWithItsRunbook(Reason reason) {
    var ready = ReadyCondition.not(reason, "\uD83D\uDE00é".repeat(20_000), 1);

    assertThat(ready.message().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(32768);
    assertThat(ready.message()).doesNotContain("\uFFFD").endsWith(reason.decorated(""));
  }
}
