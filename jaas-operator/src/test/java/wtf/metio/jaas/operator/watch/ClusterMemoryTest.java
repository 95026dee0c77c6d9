// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.ResourceReading;

class ClusterMemoryTest {

  private static final ResourceName NAME = new ResourceName("a", "b");

  private final Heard heard = new Heard();
  private final ClusterMemory memory =
      new ClusterMemory(
          new ResourceReading(new SnippetRules(Set.of(), Set.of())), heard, _ -> true);
  private final ShelfAudience<?> snippets =
      new ShelfAudience<>(memory, memory.snippetShelving(), "");
  private final ShelfAudience<?> published =
      new ShelfAudience<>(memory, memory.publishedShelving(), "");
  private final ShelfAudience<?> sources =
      new ShelfAudience<>(memory, memory.sourceShelving("ExternalArtifact"), "");

  private static KubeObject snippet(int version, String metadata, String spec, String status) {
    return object(
        """
        {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet", "metadata": {
          "namespace": "a", "name": "b", "uid": "u", "resourceVersion": "%s"%s},
          "spec": {"files": {"main.jsonnet": "%s"}}, "status": {%s}}
        """
            .formatted(version, metadata, spec, status));
  }

  private static KubeObject artifact(int version, String url) {
    return object(
        """
        {"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "ExternalArtifact", "metadata": {
          "namespace": "a", "name": "b", "uid": "v", "resourceVersion": "%s"},
          "spec": {"sourceRef": {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet",
            "name": "b"}},
          "status": {"artifact": {"url": "%s"}}}
        """
            .formatted(version, url));
  }

  private static KubeObject object(String json) {
    return new KubeObject((JsonObject) JsonParser.parseString(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                             | {} | ``                  | 1
          ``                                                             | {} | "inputsDigest": "x" | 1
          , "generation": 2                                              | {} | ``                  | 2
          , "deletionTimestamp": "2026-01-01T12:00:00Z"                  | {} | ``                  | 2
          , "labels": {"a": "b"}                                         | {} | ``                  | 2
          , "annotations": {"a": "b"}                                    | {} | ``                  | 1
          , "annotations": {"reconcile.fluxcd.io/requestedAt": "now"}    | {} | ``                  | 2
          , "annotations": {"jaas.metio.wtf/reconcile-at": "now"}        | {} | ``                  | 2
          , "annotations": {"reconcile.fluxcd.io/forceAt": "now"}        | {} | ``                  | 2
          , "finalizers": ["jaas.metio.wtf/finalizer"]                   | {} | ``                  | 1
          ``                                                             | 12 | ``                  | 2
          """)
  void aSnippetIsToldIfThereIsSomethingToDo(
      String metadata, String spec, String status, int times) {
    snippets.changed(snippet(1, "", "{}", ""));
    snippets.changed(snippet(2, metadata, spec, status));

    assertThat(heard.count("snippet a/b")).isEqualTo(times);
  }

  @Test
  void aFinalizerThatSomebodyTookAwayIsTold() {
    snippets.changed(snippet(1, ", \"finalizers\": [\"jaas.metio.wtf/finalizer\"]", "{}", ""));
    snippets.changed(snippet(2, "", "{}", ""));

    assertThat(heard.count("snippet a/b")).isEqualTo(2);
  }

  @Test
  void ownWritesOfArtifactsAreNotToldAndThoseOfOthersAre() {
    memory.wrote(artifact(1, "http://ours"));
    published.changed(artifact(1, "http://ours"));
    assertThat(heard.count("published a/b")).isZero();
    assertThat(heard.count("ExternalArtifact a/b")).isEqualTo(1);

    published.changed(artifact(2, "http://theirs"));
    assertThat(heard.count("published a/b")).isEqualTo(1);
    published.removed(artifact(3, "http://theirs"));
    assertThat(heard.count("published a/b")).isEqualTo(2);
  }

  @Test
  void aWatchThatIsFasterThanTheAnswerToAnOwnWriteIsItsEcho() {
    writing(
        () -> {
          published.changed(artifact(1, "http://ours"));
          memory.wrote(artifact(1, "http://ours"));
          memory.wrote(artifact(2, "http://ours/2"));
        });
    published.changed(artifact(2, "http://ours/2"));

    assertThat(heard.count("published a/b")).isZero();
    assertThat(heard.count("ExternalArtifact a/b")).isEqualTo(2);
  }

  @Test
  void whatSomebodyElseDoesDuringAnOwnWriteIsToldAfterIt() {
    writing(
        () -> {
          memory.wrote(artifact(1, "http://ours"));
          published.changed(artifact(2, "http://theirs"));
          assertThat(heard.count("published a/b")).isZero();
        });
    assertThat(heard.count("published a/b")).isEqualTo(1);

    writing(
        () -> {
          published.removed(artifact(3, "http://theirs"));
          memory.wrote(artifact(4, "http://ours"));
          published.removed(artifact(5, "http://ours"));
        });
    assertThat(heard.count("published a/b")).isEqualTo(2);
  }

  @Test
  void whatIsHeardDuringAWriteThatIsNotAnsweredIsTold() {
    writing(() -> published.changed(artifact(1, "http://whose")));

    assertThat(heard.count("published a/b")).isEqualTo(1);
  }

  private void writing(Runnable writes) {
    memory.<Void>writing(
        NAME,
        () -> {
          writes.run();
          return null;
        });
  }

  @Test
  void theEndOfAnArtifactOfSomebodyElseIsToldToTheSnippetInWhoseWayItWas() {
    var inTheWay =
        object(
            """
            {"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "ExternalArtifact", "metadata": {
              "namespace": "a", "name": "b", "uid": "v", "resourceVersion": "2"}, "spec": {}}
            """);
    sources.changed(inTheWay);
    sources.removed(inTheWay);
    assertThat(heard.count("published a/b")).isZero();

    snippets.changed(snippet(1, "", "{}", ""));
    sources.changed(inTheWay);
    assertThat(heard.count("published a/b")).isZero();
    sources.removed(inTheWay);
    assertThat(heard.count("published a/b")).isEqualTo(1);
  }

  @Test
  void theAnswerThatTookAwayTheLastFinalizerIsTheEnd() {
    snippets.changed(snippet(1, "", "{}", ""));
    memory.wrote(snippet(2, ", \"deletionTimestamp\": \"2026-01-01T12:00:00Z\"", "{}", ""));

    assertThat(memory.snippet(NAME)).isEmpty();
  }

  @Test
  void answersThatAreNoObjectsOfOursAreNotMinded() {
    memory.wrote(object("{\"kind\": \"Status\", \"status\": \"Success\"}"));
    memory.wrote(object("{}"));

    assertThat(heard.changes).isEmpty();
  }

  @Test
  void aKindOfArtifactsThatComesBackHasSnippetsLookedAt() {
    var comeback = new Comeback(memory, "");
    snippets.changed(snippet(1, "", "{}", ""));
    comeback.listEnds("2");
    assertThat(heard.count("published a/b")).isZero();

    comeback.absent();
    comeback.listEnds("3");
    comeback.listEnds("4");

    assertThat(heard.count("published a/b")).isEqualTo(1);
  }

  @Test
  void aKindOfArtifactsThatComesBackInOneNamespaceIsNoNewsInOthers() {
    var comeback = new Comeback(memory, "elsewhere");
    snippets.changed(snippet(1, "", "{}", ""));
    comeback.absent();
    comeback.listEnds("2");

    assertThat(heard.count("published a/b")).isZero();
  }
}
