// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** What one team tries against another, on the whole operator. */
@Timeout(1200)
class TenantAttacksIT {

  private static final String SECRET = "the-secret-of-the-victim";

  @TempDir private static Path store;
  private static Quarter quarter;

  private String team;
  private String victim;

  @BeforeAll
  static void open() {
    quarter = new Quarter(store);
  }

  @AfterAll
  static void close() throws IOException, InterruptedException {
    quarter.close();
  }

  @BeforeEach
  void settle() {
    team = quarter.team("team");
    victim = quarter.team("victim");
  }

  private KubeObject victimsDashboard() {
    quarter.inline(victim, "dash", "{ secret: \"" + SECRET + "\" }");
    return quarter.published(victim, "dash");
  }

  private void assertSaysNothingOf(String name) {
    assertThat(quarter.written(team, name)).doesNotContain(SECRET, "/etc/", "/tmp/");
  }

  private static String from(String kind, String name, String namespace) {
    return "sourceRef: {kind: %s, name: %s, namespace: %s}".formatted(kind, name, namespace);
  }

  private static String unreachable(String kind, String name, String namespace) {
    return "cross-namespace %s \"%s\" is not reachable; check the source CR's status in \"%s\""
        .formatted(kind, name, namespace);
  }

  @Test
  void whatTheVictimPublishesIsNotReadFromTheStoreForOthers() {
    victimsDashboard();
    quarter.snippet(team, "thief", from("ExternalArtifact", "dash", victim));
    quarter.snippet(team, "guess", from("ExternalArtifact", "none", victim));

    assertThat(quarter.refused(team, "thief", "RBACDenied"))
        .startsWith(unreachable("ExternalArtifact", "dash", victim));
    assertThat(quarter.refused(team, "guess", "RBACDenied"))
        .startsWith(unreachable("ExternalArtifact", "none", victim));
    assertSaysNothingOf("thief");
  }

  @Test
  void theVictimsLibraryIsNotImported() {
    quarter
        .cluster()
        .apply(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetLibrary
            metadata: {namespace: %s, name: lib}
            spec: {files: {main.libsonnet: '{ secret: "%s" }'}}
            """
                .formatted(victim, SECRET));
    quarter.snippet(
        team,
        "thief",
        "files: {main.jsonnet: 'import \"lib/main.libsonnet\"'}, libraries: [{kind:"
            + " JsonnetLibrary, name: lib, namespace: "
            + victim
            + "}]");

    assertThat(quarter.refused(team, "thief", "RBACDenied"))
        .contains("needs verb \"get\"")
        .contains("in namespace \"" + victim + '"');
    assertSaysNothingOf("thief");
  }

  @Test
  void anOwnLibraryDoesNotLeadToTheVictim() {
    victimsDashboard();
    quarter
        .cluster()
        .apply(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetLibrary
            metadata: {namespace: %s, name: lib}
            spec: {sourceRef: {kind: ExternalArtifact, name: dash, namespace: %s}}
            """
                .formatted(team, victim));
    quarter.snippet(
        team,
        "thief",
        "files: {main.jsonnet: 'import \"lib/rendered.json\"'}, libraries: [{kind:"
            + " JsonnetLibrary, name: lib}]");

    assertThat(quarter.refused(team, "thief", "RBACDenied"))
        .contains(unreachable("ExternalArtifact", "dash", victim));
    assertSaysNothingOf("thief");
  }

  @Test
  void aCycleThroughTheVictimHarmsNobodyElse() {
    quarter.snippet(victim, "dash", from("ExternalArtifact", "loop", team));
    quarter.snippet(team, "loop", from("ExternalArtifact", "dash", victim));

    quarter.refused(team, "loop", "DependencyCycle");
    quarter.inline(victim, "other", "{}");
    quarter.published(victim, "other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "importstr \"../../dash/main.jsonnet\"",
        "importstr \"/etc/passwd\"",
        "importstr \"/proc/self/environ\"",
        "importstr \"/var/run/secrets/kubernetes.io/serviceaccount/token\"",
        "importstr \"file:///etc/passwd\"",
        "importstr \"http://127.0.0.1/\""
      })
  void noImportLeavesTheSnippet(String program) {
    victimsDashboard();
    quarter.inline(team, "thief", program);

    quarter.refused(team, "thief", "EvaluationFailed");
    assertThat(quarter.written(team, "thief")).doesNotContain(SECRET, "root:x:0", "PATH=");
  }

  @Test
  void noFileOfAnArchiveLeavesItsPlace() {
    var before = victimsDashboard();
    quarter.snippet(
        team,
        "thief",
        "output: source, files: {main.jsonnet: '{}', '../../"
            + victim
            + "/dash/x.tar.gz': stolen}");

    quarter.refused(team, "thief", "InvalidSpec");
    assertThat(quarter.archive(before).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/x.tar.gz",
        "http://localhost/x.tar.gz",
        "http://2130706433/x.tar.gz",
        "http://0x7f.1/x.tar.gz",
        "http://[::1]/x.tar.gz",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/"
      })
  void noAddressOfASourceReachesTheInside(String url) {
    artifact(team, "own", url);
    quarter.snippet(team, "thief", "sourceRef: {kind: ExternalArtifact, name: own}");

    quarter.refused(team, "thief", "SourceFetchFailed");
    assertThat(quarter.written(team, "thief")).doesNotContain("root:x:0");
  }

  private static void artifact(String namespace, String name, String url) {
    var admin = quarter.cluster().admin();
    quarter
        .cluster()
        .apply(
            """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: ExternalArtifact
            metadata: {namespace: %s, name: %s}
            spec: {}
            """
                .formatted(namespace, name));
    admin
        .patch(
            Resource.EXTERNAL_ARTIFACTS.in(namespace, name) + "/status",
            """
            {"status": {
              "conditions": [{"type": "Ready", "status": "True", "reason": "Succeeded",
                "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"}],
              "artifact": {"url": "%s", "path": "x", "revision": "1", "digest": "sha256:%s",
                "lastUpdateTime": "2026-01-01T00:00:00Z"}}}
            """
                .formatted(url, "d".repeat(64)))
        .object();
  }

  @ParameterizedTest
  @CsvSource({
    "'../../victim/serviceaccounts/renderer'",
    "'system:serviceaccount:victim:renderer'",
    "'renderer?dryRun=All'",
    "'renderer%2Ftoken'"
  })
  void noNameOfAnAccountLeadsToAnother(String account) {
    quarter
        .cluster()
        .apply(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetSnippet
            metadata: {namespace: %s, name: thief}
            spec: {serviceAccountName: %s, files: {main.jsonnet: '{}'}}
            """
                .formatted(team, TenantNamespace.quoted(account.replace("victim", victim))));

    quarter.refused(team, "thief", "ServiceAccountMissing");
  }

  @Test
  void anArtifactOfSomebodyElseInTheWayIsLeftAlone() {
    artifact(team, "dash", "http://theirs.example/x.tar.gz");
    var path = Resource.EXTERNAL_ARTIFACTS.in(team, "dash");
    var before = quarter.cluster().admin().get(path).object();
    quarter.inline(team, "dash", "{}");

    assertThat(quarter.refused(team, "dash", "InvalidSpec")).contains("left alone");
    quarter.cluster().admin().delete(Resource.SNIPPETS.in(team, "dash")).object();
    quarter.cluster().admin().awaitGone(Resource.SNIPPETS.in(team, "dash"));
    assertThat(quarter.cluster().admin().get(path).object()).isEqualTo(before);
  }

  @Test
  void aSnippetOfTheSameNameNeitherTakesNorRemovesAnything() {
    var before = victimsDashboard();
    quarter.inline(team, "dash", "{ other: true }");
    quarter.published(team, "dash");
    quarter.cluster().admin().delete(Resource.SNIPPETS.in(team, "dash")).object();
    quarter.cluster().admin().awaitGone(Resource.SNIPPETS.in(team, "dash"));

    assertThat(quarter.archive(before).status()).isEqualTo(200);
    assertThat(quarter.published(victim, "dash").text("/status/artifactURL"))
        .isEqualTo(before.text("/status/artifactURL"));
  }

  @Test
  void noPathOfTheStorageServerListsOrClimbs() {
    var before = victimsDashboard();
    var path = Quarter.path(before);
    var file = path.substring(path.lastIndexOf('/') + 1);
    quarter.inline(team, "dash", "{}");
    quarter.published(team, "dash");

    assertThat(quarter.stored(path).status()).isEqualTo(200);
    for (var target :
        new String[] {
          "/",
          '/' + victim + '/',
          '/' + victim + "/dash/",
          '/' + team + "/dash/" + file,
          '/' + team + "/dash/..%2f..%2f" + victim + "%2fdash%2f" + file,
          '/' + team + "/%2e%2e/" + victim + "/dash/..%2f" + file,
          "/..%2f..%2f..%2fetc%2fpasswd"
        }) {
      assertThat(quarter.stored(target).status()).as(target).isBetween(300, 499);
    }
  }

  @Test
  void aVariableOfTheInstallationIsNotReplaced() {
    quarter.snippet(
        team,
        "thief",
        "files: {main.jsonnet: '{}'}, externalVariables: [{name: site, value: theirs}]");

    assertThat(quarter.refused(team, "thief", "ExternalVariableConflict")).contains("site");
  }

  @Test
  void aTextOfAnyLengthFitsTheStatusAndStartsNothing() {
    quarter.inline(team, "loud", "error std.repeat(\"x\", 100000)");

    assertThat(quarter.refused(team, "loud", "EvaluationFailed").length()).isLessThan(32_768);
  }

  @Test
  void aStatusThatSomebodyForgedIsWrittenAnew() {
    var theirs = victimsDashboard();
    quarter.inline(team, "dash", "{}");
    quarter.published(team, "dash");
    quarter
        .cluster()
        .admin()
        .patch(
            Resource.SNIPPETS.in(team, "dash") + "/status",
            "{\"status\": {\"artifactURL\": \""
                + theirs.text("/status/artifactURL").orElseThrow()
                + "\"}}")
        .object();
    quarter.inline(team, "dash", "{ new: true }");

    var published =
        quarter
            .cluster()
            .admin()
            .await(
                Resource.SNIPPETS.in(team, "dash"),
                object ->
                    object.text("/status/artifactURL").filter(url -> url.contains(team)).isPresent()
                        && object.is("Ready", "True"));
    assertThat(quarter.archive(published).status()).isEqualTo(200);
  }

  @Test
  void labelsOfADeployerAreNotPassedOn() {
    quarter
        .cluster()
        .apply(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetSnippet
            metadata:
              namespace: %s
              name: dash
              labels: {kustomize.toolkit.fluxcd.io/name: apps, team: blue}
            spec: {serviceAccountName: renderer, files: {main.jsonnet: '{}'}}
            """
                .formatted(team));
    quarter.published(team, "dash");

    var path = Resource.EXTERNAL_ARTIFACTS.in(team, "dash");
    assertThat(quarter.cluster().admin().get(path).object().at("/metadata/labels").orElseThrow())
        .hasToString("{\"app.kubernetes.io/managed-by\":\"jaas\",\"team\":\"blue\"}");
  }

  @Test
  void programsThatNeverEndKeepNobodyElseWaiting() {
    victimsDashboard();
    for (int i = 0; i < 12; i++) {
      quarter.inline(team, "endless-" + i, "local f(n) = f(n + 1) tailstrict; f(0)");
    }

    editIsReadyWithin(Duration.ofSeconds(20));
  }

  @Test
  void aFloodOfSnippetsKeepsNobodyElseWaiting() {
    victimsDashboard();
    flood(300);

    editIsReadyWithin(Duration.ofSeconds(20));
  }

  @Test
  @Tag("long")
  void aFloodOfFiveThousandSnippetsKeepsNobodyElseWaiting() {
    victimsDashboard();
    flood(5_000);

    editIsReadyWithin(Duration.ofSeconds(3));
  }

  private void flood(int count) {
    for (int i = 0; i < count; i++) {
      quarter
          .cluster()
          .admin()
          .create(
              Resource.SNIPPETS.in(team),
              """
              apiVersion: jaas.metio.wtf/v1
              kind: JsonnetSnippet
              metadata: {name: flood-%1$s}
              spec: {serviceAccountName: renderer, files: {main.jsonnet: '{ n: %1$s }'}}
              """
                  .formatted(i))
          .object();
    }
  }

  private void editIsReadyWithin(Duration bound) {
    long begin = System.nanoTime();
    quarter.inline(victim, "dash", "{ edited: true }");
    quarter.published(victim, "dash");
    var took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println("the edit of the other team was ready after " + took.toMillis() + " ms");
    assertThat(took).isLessThan(bound);
  }
}
