// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.operator.kube.KubeObject;

class ResourceReadingTest {

  private static final String ONE = "sha256:" + "1".repeat(64);
  private static final String TWO = "sha256:" + "2".repeat(64);

  private final ResourceReading reading =
      new ResourceReading(new SnippetRules(Set.of("env"), Set.of()));

  private static KubeObject object(String json) {
    return new KubeObject((JsonObject) JsonParser.parseString(json));
  }

  private static KubeObject snippetOf(String spec, String status) {
    return object(
        """
        {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet",
         "metadata": {"namespace": "a", "name": "b", "uid": "u", "generation": 4,
           "resourceVersion": "9", "aFieldOfTomorrow": {}},
         "spec": %s, "status": %s}
        """
            .formatted(spec, status));
  }

  private SnippetResource snippet(String spec, String status) {
    return reading.snippet(snippetOf(spec, status)).orElseThrow();
  }

  private Ledger ledger(String status) {
    return snippet("{\"files\": {\"main.jsonnet\": \"{}\"}}", status).ledger();
  }

  @Test
  void aGoodSnippetHasNoViolations() {
    var snippet = snippet("{\"files\": {\"main.jsonnet\": \"{}\"}, \"history\": 3}", "{}");

    assertThat(snippet.violations()).isEmpty();
    assertThat(snippet.snippet().spec().history()).isEqualTo(3);
    assertThat(snippet.status()).isEqualTo(SnippetStatus.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"files\": 3}",
        "{\"sourceRef\": {\"kind\": \"Bucket\", \"name\": \"../../x\"}}",
        "{\"sourceRef\": {\"kind\": \"Bucket\", \"name\": \"x\", \"namespace\": \"a/b\"}}",
        "{\"files\": {\"main.jsonnet\": \"\"}, \"libraries\": [{\"name\": \"..\"}]}",
        "{\"files\": {\"main.jsonnet\": \"\"}, \"tlas\": 1.5}",
        "{\"files\": {\"main.jsonnet\": \"\"}, \"history\": 99999999999999999999}",
        "{\"files\": {\"main.jsonnet\": \"\"}, \"interval\": \"never\"}",
        "{\"files\": {\"main.jsonnet\": \"\"}, \"unknown\": true}"
      })
  void whateverAnAuthorWritesIsAViolationAndNeverAnException(String spec) {
    assertThat(snippet(spec, "{}").violations()).extracting(Violation::message).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"conditions\": {}, \"history\": 3, \"revision\": []}",
        "{\"conditions\": [null, 1, {\"type\": 4}], \"observedGeneration\": \"x\"}",
        "{\"history\": [null, {\"revision\": \"x\"}, {}], \"lastSyncTime\": \"yesterday\"}"
      })
  void aStatusThatMakesNoSenseSaysNothing(String status) {
    assertThat(snippet("{}", status).ledger()).isEqualTo(Ledger.EMPTY);
  }

  @Test
  void aStatusOfTheReferenceIsUnderstood() {
    var ledger =
        ledger(
            """
            {"revision": "%2$s", "lastSyncTime": "2026-01-01T12:00:00Z", "history": [
              {"revision": "%2$s", "time": "2026-01-01T11:00:00Z"},
              {"revision": "%1$s", "time": "2026-01-01T10:00:00Z"},
              {"revision": "%2$s", "time": "2026-01-01T09:00:00Z"}]}
            """
                .formatted(ONE, TWO));

    assertThat(ledger.inputsDigest()).isEmpty();
    assertThat(ledger.history().revisions())
        .extracting(Published::revision)
        .containsExactly(new Revision(TWO), new Revision(ONE));
  }

  @Test
  void anArtifactThatIsNewerThanTheStatusIsTheCurrentOne() {
    var snippet =
        snippet(
            "{\"files\": {\"main.jsonnet\": \"{}\"}}",
            """
            {"inputsDigest": "x", "history": [{"revision": "%s", "time": "2026-01-01T11:00:00Z"}]}
            """
                .formatted(ONE));
    var ledger = ResourceReading.withPublished(snippet, artifact(TWO)).ledger();

    assertThat(ledger.inputsDigest()).isEmpty();
    assertThat(ledger.announced().orElseThrow().revision().text()).isEqualTo(TWO);
    assertThat(ledger.history().current().orElseThrow().since())
        .isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
    assertThat(ResourceReading.withPublished(snippet, artifact(ONE)).ledger().inputsDigest())
        .isEqualTo("x");
  }

  @Test
  void aDescriptionIsReadOnceForEachGeneration() {
    var first = snippet("{\"files\": {\"main.jsonnet\": \"{}\"}}", "{}");
    var again = reading.snippet(snippetOf("{}", "{\"inputsDigest\": \"x\"}"), first).orElseThrow();

    assertThat(again.snippet()).isSameAs(first.snippet());
    assertThat(again.status().inputsDigest()).isEqualTo("x");
  }

  @Test
  void aLibraryIsRead() {
    var library =
        reading
            .library(
                object(
                    """
                    {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetLibrary",
                     "metadata": {"namespace": "a", "name": "b"}, "spec": {"files": {"x": "1"}}}
                    """))
            .orElseThrow();

    assertThat(library.origin()).isInstanceOf(Origin.Inline.class);
    assertThat(library.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                    | status.conditions not yet populated
          {"conditions": "x"}                                   | status.conditions malformed
          {"conditions": []}                                    | status.conditions empty
          {"conditions": [{"type": "Other"}]}                   | no Ready condition
          {"conditions": [{"type": "Ready", "status": "False"}]}| Ready=False
          {"conditions": [{"type": "Ready", "status": "False", "reason": "X"}]} | Ready=False/X
          {"observedGeneration": 3, "conditions": [{"type": "Ready", "status": "True"}]} | generation 4 is not observed yet
          {"observedGeneration": 4, "conditions": [{"type": "Ready", "status": "True"}]} | ``
          """)
  void aSourceSaysWhyItIsNotReady(String status, String why) {
    var source =
        reading
            .source(
                object(
                    """
                    {"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "Bucket",
                     "metadata": {"namespace": "a", "name": "b", "generation": 4}, "status": %s}
                    """
                        .formatted(status)))
            .orElseThrow();

    assertThat(source.unready()).isEqualTo(why);
  }

  @Test
  void anObjectOfAnotherKindIsNothing() {
    assertThat(List.of(reading.snippet(artifact(ONE)), reading.library(artifact(ONE))))
        .allMatch(read -> read.isEmpty());
  }

  private static KubeObject artifact(String revision) {
    return object(
        """
        {"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "ExternalArtifact",
         "metadata": {"namespace": "a", "name": "b"},
         "status": {"artifact": {"revision": "%s", "digest": "%s", "size": 12,
           "url": "http://x", "lastUpdateTime": "2026-01-01T12:00:00Z"}}}
        """
            .formatted(revision, ONE));
  }
}
