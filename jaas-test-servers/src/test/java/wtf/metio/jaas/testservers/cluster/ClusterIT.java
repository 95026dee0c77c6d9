// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.testservers.FluxDefinition;

@Timeout(1800)
class ClusterIT {

  private static final String MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: colours
      data:
        sky: blue
      """;

  private static Cluster cluster;

  @BeforeAll
  static void start() {
    cluster = Cluster.shared();
  }

  private static String maps(String namespace) {
    return Resource.CONFIG_MAPS.in(namespace);
  }

  private static String colours(String namespace) {
    return Resource.CONFIG_MAPS.in(namespace, "colours");
  }

  @Test
  void anObjectIsMadeReadChangedAndDeleted() {
    var namespace = cluster.namespace("team");
    var admin = cluster.admin();
    assertThat(admin.create(maps(namespace), MAP).status()).isEqualTo(201);
    assertThat(admin.create(maps(namespace), MAP).message()).contains("already exists");
    var patched =
        admin.patch(colours(namespace), "{\"data\": {\"sky\": null, \"sea\": \"green\"}}");
    assertThat(patched.object().text("/data")).hasValue("{\"sea\":\"green\"}");
    admin.apply(colours(namespace), MAP).object();
    assertThat(admin.get(colours(namespace)).object().text("/data/sky")).hasValue("blue");
    assertThat(admin.get(maps(namespace)).items()).extracting(KubeObject::name).contains("colours");
    admin.delete(colours(namespace)).object();
    admin.awaitGone(colours(namespace));
  }

  @Test
  void aServiceAccountMayDoWhatItWasGrantedAndNothingElse() {
    var namespace = cluster.namespace("team");
    var tenant = cluster.serviceAccount(namespace, "tenant");
    var reading = Rule.on(Resource.CONFIG_MAPS, "get", "list");
    cluster.admin().create(maps(namespace), MAP).object();
    assertThat(cluster.as(tenant).get(colours(namespace)).status()).isEqualTo(403);
    assertThat(cluster.allows(tenant, namespace, reading)).isFalse();

    cluster.grant(tenant, namespace, reading);

    assertThat(cluster.as(tenant).get(colours(namespace)).status()).isEqualTo(200);
    assertThat(cluster.as(tenant).delete(colours(namespace)).message())
        .contains("cannot delete resource \"configmaps\"");
    assertThat(cluster.as(tenant).get(maps("default")).status()).isEqualTo(403);
    assertThat(cluster.kubeconfig(tenant)).content().contains(tenant.token());
  }

  @Test
  void whatIsGrantedEverywhereHoldsInEachNamespace() {
    var reader = cluster.serviceAccount("default", "reader");
    cluster.grantEverywhere(reader, Rule.on(Resource.CONFIG_MAPS, "list"));
    assertThat(cluster.as(reader).get(Resource.CONFIG_MAPS.everywhere()).succeeded()).isTrue();
    assertThat(cluster.allowsEverywhere(reader, Rule.on(Resource.SECRETS, "list"))).isFalse();
  }

  @Test
  void whatADefinitionDefinesIsServedAtOnce() {
    cluster.apply(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: boxes.tests.example
        spec:
          group: tests.example
          names: {kind: Box, plural: boxes, singular: box, listKind: BoxList}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema: {type: object}
        """);
    var boxes = new Resource("tests.example", "v1", "boxes");
    assertThat(cluster.admin().get(boxes.everywhere()).items()).isEmpty();
  }

  @Test
  void theKindsOfFluxAreServed() {
    cluster.apply(FluxDefinition.all());
    assertThat(cluster.admin().get(Resource.EXTERNAL_ARTIFACTS.everywhere()).items()).isEmpty();
    assertThat(cluster.admin().get(Resource.KUSTOMIZATIONS.everywhere()).items()).isEmpty();
  }

  @Test
  void aWatchTellsWhatIsThereAndWhatChanges() {
    var namespace = cluster.namespace("team");
    cluster.admin().create(maps(namespace), MAP).object();
    try (var watch = cluster.admin().watch(maps(namespace))) {
      watch.until(event -> event.type().equals("ADDED"));
      cluster.admin().patch(colours(namespace), "{\"data\": {\"sky\": \"red\"}}").object();
      cluster.admin().delete(colours(namespace)).object();
      var changes = watch.until(event -> event.type().equals("DELETED"));
      assertThat(changes).extracting(Watch.Event::type).containsExactly("MODIFIED", "DELETED");
      assertThat(changes.getFirst().object().text("/data/sky")).isEqualTo(Optional.of("red"));
    }
  }

  @Test
  void ownedObjectsGoWithTheirOwner() {
    var namespace = cluster.withControllers().namespace("team");
    var owner = cluster.admin().create(maps(namespace), MAP).object();
    cluster.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          namespace: %s
          name: owned
          ownerReferences:
          - {apiVersion: v1, kind: ConfigMap, name: colours, uid: %s}
        """
            .formatted(namespace, owner.text("/metadata/uid").orElseThrow()));
    cluster.admin().delete(colours(namespace)).object();
    cluster.admin().awaitGone(Resource.CONFIG_MAPS.in(namespace, "owned"));
  }

  @Test
  void itIsThereAgainAfterItWasKilled() {
    var namespace = cluster.namespace("team");
    cluster.server().kill();
    assertThatThrownBy(() -> cluster.admin().get(maps(namespace)))
        .isInstanceOf(UncheckedIOException.class);
    cluster.server().restart();
    assertThat(cluster.admin().create(maps(namespace), MAP).status()).isEqualTo(201);
  }
}
