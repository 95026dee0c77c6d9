// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** What a real API server makes of the definitions. */
@Timeout(1800)
class DefinitionsIT {

  /** The status of a snippet in the shape in which other writers of this kind leave it. */
  private static final String STATUS =
      """
      status:
        artifactURL: http://jaas-storage.jaas-system.svc.cluster.local:8082/default/kept/sha256-%1$s.tar.gz
        conditions:
        - lastTransitionTime: "2026-06-09T12:00:00Z"
          message: snippet rendered and published
          observedGeneration: 1
          reason: Succeeded
          status: "True"
          type: Ready
        history:
        - revision: sha256:%1$s
          time: "2026-06-09T12:00:00Z"
        - revision: sha256:%1$s
          time: "2026-06-08T12:00:00Z"
        lastHandledReconcileAt: "2026-06-09T11:59:58.123456789+02:00"
        lastSyncTime: "2026-06-09T12:00:00Z"
        observedGeneration: 1
        revision: sha256:%1$s
      """
          .formatted("0123456789abcdef".repeat(4));

  private static Cluster cluster;

  @BeforeAll
  static void define() {
    cluster = Definitions.inCluster();
  }

  private static String path(Kind kind, String name) {
    return Definitions.resource(kind).in("default", name);
  }

  private static KubeObject created(Kind kind, String name, String spec) {
    cluster.apply(Definitions.object(kind, name, "spec: " + spec));
    return cluster.admin().get(path(kind, name)).object();
  }

  private static KubeObject withStatus(Kind kind, KubeObject object, String status) {
    return cluster
        .admin()
        .patch(path(kind, object.name()) + "/status", KubeObject.ofYaml(status).toString())
        .object();
  }

  @ParameterizedTest
  @EnumSource
  void theDefinitionIsStructuralAndItsNamesAreAccepted(Kind kind) {
    var definition = Definitions.ofServer(cluster, kind);
    assertThat(definition.is("Established", "True")).isTrue();
    assertThat(definition.is("NamesAccepted", "True")).isTrue();
    assertThat(definition.condition("NonStructuralSchema")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theKindGoesByItsNames(Kind kind) {
    var discovered =
        cluster.admin().get("/apis/" + Kind.API_VERSION).object().objects("/resources").stream()
            .filter(found -> found.text("/name").equals(Optional.of(kind.plural())))
            .findFirst()
            .orElseThrow();
    assertThat(discovered.text("/kind")).hasValue(kind.text());
    assertThat(discovered.text("/singularName")).hasValue(kind.singular());
    assertThat(discovered.text("/shortNames")).hasValue("[\"" + kind.shortName() + "\"]");
    assertThat(discovered.text("/namespaced")).hasValue("true");
    assertThat(discovered.text("/categories")).isEmpty();
    assertThat(cluster.admin().get("/apis/" + Kind.API_VERSION).object().objects("/resources"))
        .extracting(it -> it.text("/name").orElseThrow())
        .contains(kind.plural() + "/status")
        .doesNotContain(kind.plural() + "/scale");
  }

  @Test
  void namesAreThoseThatArePublished() {
    assertThat(Kind.SNIPPET.shortName()).isEqualTo("jsnip");
    assertThat(Kind.LIBRARY.shortName()).isEqualTo("jlib");
    assertThat(Definitions.ofServer(cluster, Kind.LIBRARY).text("/spec/names"))
        .hasValue(
            "{\"plural\":\"jsonnetlibraries\",\"singular\":\"jsonnetlibrary\","
                + "\"shortNames\":[\"jlib\"],\"kind\":\"JsonnetLibrary\","
                + "\"listKind\":\"JsonnetLibraryList\"}");
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    var snippet = created(Kind.SNIPPET, "defaults", "{files: {main.jsonnet: '{}'}}");
    assertThat(snippet.text("/spec"))
        .hasValue(
            "{\"entryFile\":\"main.jsonnet\",\"files\":{\"main.jsonnet\":\"{}\"},"
                + "\"format\":\"json\",\"history\":1,\"output\":\"rendered\"}");
    var library = created(Kind.LIBRARY, "defaults", "{files: {main.libsonnet: '{}'}}");
    assertThat(library.text("/spec")).hasValue("{\"files\":{\"main.libsonnet\":\"{}\"}}");
  }

  @Test
  void variablesAreKeptInTheFormInWhichTheyWereWritten() {
    var list = "[{\"name\":\"a\",\"value\":\"b\"},{\"code\":true,\"name\":\"c\",\"value\":\"1\"}]";
    var map = "{\"a\":\"b\"}";
    var snippet =
        created(
            Kind.SNIPPET,
            "variables",
            "{files: {main.jsonnet: '{}'}, tlas: " + list + ", externalVariables: " + map + "}");
    assertThat(snippet.text("/spec/tlas")).hasValue(list);
    assertThat(snippet.text("/spec/externalVariables")).hasValue(map);
  }

  @Test
  void theTableOfSnippetsShowsItsColumns() {
    var snippet = created(Kind.SNIPPET, "shown", "{files: {a: b}, suspend: false}");
    withStatus(Kind.SNIPPET, snippet, STATUS);
    var table = cluster.admin().table(path(Kind.SNIPPET, "shown")).object();
    assertThat(table.objects("/columnDefinitions"))
        .extracting(
            column ->
                column.text("/name").orElseThrow()
                    + " "
                    + column.text("/type").orElseThrow()
                    + " "
                    + column.text("/priority").orElseThrow())
        .containsExactly(
            "Name string 0",
            "Ready string 0",
            "Reason string 1",
            "Revision string 1",
            "URL string 0",
            "Suspend boolean 1",
            "Age date 0");
    var cells = table.at("/rows/0/cells").orElseThrow().getAsJsonArray().asList();
    assertThat(cells.subList(0, 3))
        .extracting(it -> it.getAsString())
        .containsExactly("shown", "True", "Succeeded");
    assertThat(cells.get(3).getAsString()).startsWith("sha256:0123");
    assertThat(cells.get(4).getAsString()).startsWith("http://").endsWith(".tar.gz");
    assertThat(cells.get(5).getAsBoolean()).isFalse();
    assertThat(cells.get(6).getAsString()).matches("[0-9]+s");
  }

  @Test
  void theTableOfLibrariesShowsTheirAge() {
    created(Kind.LIBRARY, "shown", "{files: {a: b}}");
    assertThat(
            cluster
                .admin()
                .table(path(Kind.LIBRARY, "shown"))
                .object()
                .objects("/columnDefinitions"))
        .extracting(column -> column.text("/name").orElseThrow())
        .containsExactly("Name", "Age");
  }

  @ParameterizedTest
  @EnumSource
  void aStatusOfAnotherWriterIsKeptAsItIs(Kind kind) {
    var object = created(kind, "kept", "{files: {a: b}}");
    var kept = withStatus(kind, object, STATUS);
    assertThat(kept.at("/status").orElseThrow())
        .isEqualTo(KubeObject.ofYaml(STATUS).at("/status").orElseThrow());
    assertThat(kept.text("/metadata/generation")).isEqualTo(object.text("/metadata/generation"));
    assertThat(kept.at("/spec")).isEqualTo(object.at("/spec"));
  }

  @Test
  void ourOwnFieldsOfTheStatusAreKeptToo() {
    var object = created(Kind.SNIPPET, "ours", "{files: {a: b}}");
    var status =
        """
        status:
          inputsDigest: sha256:00
          history:
          - revision: sha256:00
            supersededAt: "2026-06-09T12:00:00Z"
            time: "2026-06-09T12:00:00Z"
        """;
    assertThat(withStatus(Kind.SNIPPET, object, status).at("/status").orElseThrow())
        .isEqualTo(KubeObject.ofYaml(status).at("/status").orElseThrow());
  }

  @Test
  void conditionsOfSeveralWritersLieSideBySide() {
    var object = created(Kind.SNIPPET, "written", "{files: {a: b}}");
    for (var type : new String[] {"Ready", "Checked"}) {
      cluster
          .admin()
          .applyAs(
              "writer-of-" + type,
              path(Kind.SNIPPET, object.name()) + "/status",
              Definitions.object(
                  Kind.SNIPPET,
                  object.name(),
                  """
                  status:
                    conditions:
                    - type: %s
                      status: "True"
                      reason: Seen
                      message: ""
                      lastTransitionTime: "2026-06-09T12:00:00Z"
                  """
                      .formatted(type)))
          .object();
    }
    var written = cluster.admin().get(path(Kind.SNIPPET, object.name())).object();
    assertThat(written.is("Ready", "True")).isTrue();
    assertThat(written.is("Checked", "True")).isTrue();
  }

  @Test
  void aStatusCannotComeWithTheObjectAndTheObjectNotWithTheStatus() {
    var object = created(Kind.SNIPPET, "apart", "{files: {a: b}}");
    var path = path(Kind.SNIPPET, "apart");
    cluster.admin().patch(path, "{\"status\": {\"revision\": \"x\"}}").object();
    cluster.admin().patch(path + "/status", "{\"spec\": {\"suspend\": true}}").object();
    var after = cluster.admin().get(path).object();
    assertThat(after.at("/status")).isEmpty();
    assertThat(after.at("/spec")).isEqualTo(object.at("/spec"));
  }

  @Test
  void aFieldThatNobodyKnowsIsNamedToWhoeverAsksForIt() {
    var path = Resource.SNIPPETS.in("default") + "?dryRun=All&fieldValidation=Strict";
    var object = Definitions.object(Kind.SNIPPET, "typo", "spec: {files: {a: b}, entyFile: a}");
    assertThat(cluster.admin().create(path, object).message())
        .contains("unknown field \"spec.entyFile\"");
  }
}
