// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Identity;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Rule;

/** What the shipped roles let somebody do, and what not. */
@Timeout(1800)
class RolesIT {

  private static final List<Resource> SOURCES =
      List.of(
          Resource.GIT_REPOSITORIES,
          Resource.OCI_REPOSITORIES,
          Resource.BUCKETS,
          Resource.EXTERNAL_ARTIFACTS);

  private static final String ARTIFACT =
      """
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: ExternalArtifact
      metadata:
        name: dashboard
        ownerReferences:
        - apiVersion: jaas.metio.wtf/v1
          kind: JsonnetSnippet
          name: dashboard
          uid: %s
          controller: true
      spec:
        sourceRef: {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, name: dashboard}
      """;

  private static final String ARTIFACT_STATUS =
      """
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: ExternalArtifact
      metadata: {name: dashboard}
      status:
        artifact:
          digest: sha256:%1$s
          lastUpdateTime: "2026-06-09T12:00:00Z"
          path: team/dashboard/sha256-%1$s.tar.gz
          revision: sha256:%1$s
          size: 300
          url: http://jaas-storage.jaas-system.svc.cluster.local:8082/team/dashboard/sha256-%1$s.tar.gz
        conditions:
        - type: Ready
          status: "True"
          reason: Succeeded
          message: artifact published
          lastTransitionTime: "2026-06-09T12:00:00Z"
          observedGeneration: 1
      """
          .formatted("0123456789abcdef".repeat(4));

  private static Cluster cluster;
  private static Installation installation;
  private static Identity operator;

  @BeforeAll
  static void define() {
    cluster = Cluster.shared();
    installation = Installation.in(cluster);
    operator = installation.operator();
  }

  private static String snippet(String namespace) {
    cluster.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata: {name: dashboard, namespace: %s}
        spec: {files: {main.jsonnet: '{}'}}
        """
            .formatted(namespace));
    var path = Resource.SNIPPETS.in(namespace, "dashboard");
    return cluster.admin().get(path).object().text("/metadata/uid").orElseThrow();
  }

  @Test
  void aTenantPublishesByServerSideApply() {
    var namespace = cluster.namespace("team");
    Api tenant = cluster.as(installation.tenant(namespace, "renderer"));
    var path = Resource.EXTERNAL_ARTIFACTS.in(namespace, "dashboard");
    var artifact = ARTIFACT.formatted(snippet(namespace));

    assertThat(tenant.applyAs("jaas", path, artifact).message()).isEmpty();
    assertThat(tenant.applyAs("jaas", path + "/status", ARTIFACT_STATUS).message()).isEmpty();
    assertThat(tenant.applyAs("jaas", path, artifact).message()).isEmpty();

    var published = tenant.get(path).object();
    assertThat(published.is("Ready", "True")).isTrue();
    assertThat(published.text("/status/artifact/size")).hasValue("300");
  }

  @Test
  void aTenantWithoutPatchPublishesByWritingTheWhole() {
    var namespace = cluster.namespace("team");
    Api tenant = cluster.as(installation.tenant(namespace, "renderer"));
    var artifact = ARTIFACT.formatted(snippet(namespace));
    var made = tenant.create(Resource.EXTERNAL_ARTIFACTS.in(namespace), artifact).object();
    var path = Resource.EXTERNAL_ARTIFACTS.in(namespace, "dashboard");
    assertThat(tenant.replace(path, made.toString()).message()).isEmpty();
  }

  @Test
  void aTenantReadsSourcesAndLibrariesOfItsNamespaceAlone() {
    var namespace = cluster.namespace("team");
    Api tenant = cluster.as(installation.tenant(namespace, "renderer"));
    var foreign = cluster.namespace("others");
    assertThat(SOURCES)
        .allSatisfy(
            source -> {
              // 404: it may look, and nothing is there.
              assertThat(tenant.get(source.in(namespace, "none")).status()).isEqualTo(404);
              assertThat(tenant.get(source.in(foreign, "none")).status()).isEqualTo(403);
              assertThat(tenant.get(source.in(namespace)).status()).isEqualTo(403);
            });
    assertThat(tenant.get(Resource.LIBRARIES.in(namespace, "none")).status()).isEqualTo(404);
    assertThat(tenant.get(Resource.LIBRARIES.in(foreign, "none")).status()).isEqualTo(403);
  }

  @Test
  void aTenantMayNothingElse() {
    var namespace = cluster.namespace("team");
    var tenant = installation.tenant(namespace, "renderer");
    assertThat(
            List.of(
                Rule.on(Resource.SECRETS, "get"),
                Rule.on(Resource.CONFIG_MAPS, "get"),
                Rule.on(Resource.SNIPPETS, "get"),
                Rule.onPart(Resource.SNIPPETS, "status", "patch"),
                Rule.on(Resource.LIBRARIES, "create"),
                Rule.on(Resource.BUCKETS, "update"),
                Rule.on(Resource.EXTERNAL_ARTIFACTS, "delete"),
                Rule.on(Resource.EXTERNAL_ARTIFACTS, "deletecollection"),
                Rule.onPart(Resource.SERVICE_ACCOUNTS, "token", "create"),
                Rule.on(Resource.EVENTS, "create")))
        .noneMatch(rule -> cluster.allows(tenant, namespace, rule));
  }

  @Test
  void theOperatorWatchesAndTellsAndActsForTenants() {
    var namespace = cluster.namespace("team");
    snippet(namespace);
    var api = cluster.as(operator);
    var path = Resource.SNIPPETS.in(namespace, "dashboard");
    SOURCES.forEach(source -> assertThat(api.get(source.everywhere()).message()).isEmpty());
    try (var watch = api.watch(Resource.SNIPPETS.everywhere())) {
      watch.until(event -> event.object().namespace().equals(Optional.of(namespace)));
    }
    var finalizer = "{\"metadata\": {\"finalizers\": [\"jaas.metio.wtf/artifact\"]}}";
    assertThat(api.patch(path, finalizer).message()).isEmpty();
    assertThat(api.patch(path, "{\"metadata\": {\"finalizers\": []}}").message()).isEmpty();
    var status =
        "{apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, status: {observedGeneration: 1}}";
    assertThat(api.applyAs("jaas", path + "/status", status).message()).isEmpty();
    cluster.serviceAccount(namespace, "renderer");
    var tokens = Resource.SERVICE_ACCOUNTS.in(namespace, "renderer") + "/token";
    assertThat(api.create(tokens, "{\"spec\": {\"expirationSeconds\": 3600}}").message()).isEmpty();
    assertThat(api.get(Resource.DEFINITIONS.everywhere()).message()).isEmpty();
  }

  @Test
  void theOperatorTellsEventsAndLeads() {
    var api = cluster.as(operator);
    var event =
        """
        apiVersion: events.k8s.io/v1
        kind: Event
        metadata: {generateName: dashboard-, namespace: default}
        eventTime: "2026-06-09T12:00:00.000000Z"
        type: Normal
        reason: Succeeded
        action: Succeeded
        note: artifact published
        reportingController: jaas-operator
        reportingInstance: jaas-operator-0
        regarding: {apiVersion: jaas.metio.wtf/v1, kind: JsonnetSnippet, name: dashboard, namespace: default}
        """;
    assertThat(api.create(Resource.EVENTS.in("default"), event).message()).isEmpty();
    var lease =
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {generateName: jaas-operator-}
        spec: {holderIdentity: a}
        """;
    var made = api.create(Resource.LEASES.in("jaas-system"), lease).object();
    var path = Resource.LEASES.in("jaas-system", made.name());
    assertThat(api.replace(path, made.toString()).message()).isEmpty();
    assertThat(api.create(Resource.LEASES.in("default"), lease).status()).isEqualTo(403);
  }

  @Test
  void theOperatorMayNothingThatIsTheTenants() {
    assertThat(
            List.of(
                Rule.on(Resource.SECRETS, "get"),
                Rule.on(Resource.SERVICE_ACCOUNTS, "impersonate"),
                Rule.on(Resource.SERVICE_ACCOUNTS, "create"),
                Rule.on(Resource.EXTERNAL_ARTIFACTS, "create"),
                Rule.on(Resource.EXTERNAL_ARTIFACTS, "patch"),
                Rule.on(Resource.EXTERNAL_ARTIFACTS, "delete"),
                Rule.onPart(Resource.EXTERNAL_ARTIFACTS, "status", "patch"),
                Rule.on(Resource.SNIPPETS, "create"),
                Rule.on(Resource.SNIPPETS, "delete"),
                Rule.on(Resource.LIBRARIES, "patch"),
                Rule.on(Resource.ROLES, "get"),
                Rule.on(Resource.DEFINITIONS, "patch")))
        .noneMatch(rule -> cluster.allowsEverywhere(operator, rule));
  }
}
