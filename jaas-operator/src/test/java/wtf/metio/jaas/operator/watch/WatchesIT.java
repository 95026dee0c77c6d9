// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Resource;

class WatchesIT {

  private static final Cluster CLUSTER = Cluster.shared();

  @BeforeAll
  static void define() {
    Lookout.defineAll(CLUSTER);
  }

  @Test
  void aSnippetIsFollowedFromItsFirstDayToItsLast() {
    var name = new ResourceName(CLUSTER.namespace("days"), "hello");
    try (var lookout = Lookout.at(CLUSTER).synced()) {
      CLUSTER.apply(Lookout.snippet(name, ""));
      lookout.awaitChange("snippet " + name);
      assertThat(lookout.cluster().snippet(name).orElseThrow().violations()).isEmpty();

      CLUSTER.admin().patch(Lookout.path(name), "{\"spec\":{\"suspend\":true}}").object();
      Awaiting.until(
          "suspended",
          () -> lookout.cluster().snippet(name).orElseThrow().snippet().spec().suspend());

      CLUSTER.admin().delete(Lookout.path(name)).object();
      Awaiting.until("gone", () -> lookout.cluster().snippet(name).isEmpty());
      Awaiting.until("all told", () -> lookout.heard.count("snippet " + name) == 3);
      assertThat(lookout.heard.defects).isEmpty();
    }
  }

  @Test
  void aStatusIsTakenInAndToldToNobody() {
    var name = new ResourceName(CLUSTER.namespace("status"), "hello");
    try (var lookout = Lookout.at(CLUSTER).synced()) {
      CLUSTER.apply(Lookout.snippet(name, ""));
      lookout.awaitChange("snippet " + name);

      CLUSTER
          .admin()
          .patch(Lookout.path(name) + "/status", "{\"status\":{\"inputsDigest\":\"x\"}}")
          .object();
      Awaiting.until(
          "read",
          () -> lookout.cluster().snippet(name).orElseThrow().status().inputsDigest().equals("x"));
      assertThat(lookout.heard.count("snippet " + name)).isEqualTo(1);
    }
  }

  @Test
  void aWishIsTold() {
    var name = new ResourceName(CLUSTER.namespace("wish"), "hello");
    try (var lookout = Lookout.at(CLUSTER).synced()) {
      CLUSTER.apply(Lookout.snippet(name, ""));
      lookout.awaitChange("snippet " + name);

      var wish = "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"now\"}}}";
      CLUSTER.admin().patch(Lookout.path(name), wish).object();
      Awaiting.until("told", () -> lookout.heard.count("snippet " + name) == 2);
    }
  }

  @Test
  void anOwnWriteIsKnownAtOnceAndNotTold() {
    var name = new ResourceName(CLUSTER.namespace("own"), "hello");
    var artifact = Resource.EXTERNAL_ARTIFACTS.in(name.namespace(), name.name());
    try (var lookout = Lookout.at(CLUSTER).synced()) {
      CLUSTER.apply(artifact(name, "JsonnetSnippet"));
      lookout.awaitChange("published " + name);

      // The answer is faster than the watch, or not: it counts once either way.
      var answer =
          CLUSTER.admin().patch(artifact, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}").object();
      lookout.cluster().wrote(Lookout.object(answer));
      assertThat(lookout.cluster().published(name).orElseThrow().resourceVersion())
          .isEqualTo(answer.resourceVersion());

      CLUSTER.admin().delete(artifact).object();
      Awaiting.until("gone", () -> lookout.cluster().published(name).isEmpty());
    }
  }

  @Test
  void artifactsOfOthersAreSourcesOnly() {
    var name = new ResourceName(CLUSTER.namespace("others"), "theirs");
    try (var lookout = Lookout.at(CLUSTER).synced()) {
      CLUSTER.apply(artifact(name, "SomethingElse"));
      lookout.awaitChange("ExternalArtifact " + name);

      assertThat(lookout.cluster().published(name)).isEmpty();
      assertThat(lookout.cluster().source("ExternalArtifact", name).orElseThrow().unready())
          .isEqualTo("status.conditions not yet populated");
      assertThat(lookout.cluster().knows("ExternalArtifact")).isTrue();
    }
  }

  @Test
  void onlyTheNamespacesThatAreAskedForAreWatched() {
    var near = new ResourceName(CLUSTER.namespace("near"), "hello");
    var far = new ResourceName(CLUSTER.namespace("far"), "hello");
    CLUSTER.apply(Lookout.snippet(far, ""));
    try (var lookout = Lookout.at(CLUSTER, near.namespace(), "absent").synced()) {
      CLUSTER.apply(Lookout.snippet(near, ""));
      lookout.awaitChange("snippet " + near);
      assertThat(lookout.cluster().snippets()).containsExactly(near);
    }
  }

  @Test
  void aSnippetThatLosesItsLabelsLeavesAndIsStrandedWhenItIsDeleted() {
    var name = new ResourceName(CLUSTER.namespace("labels"), "hello");
    var labels =
        """
        labels: {team: "a"}
        finalizers: [jaas.metio.wtf/finalizer]
        """;
    try (var lookout = Lookout.at(CLUSTER, Lookout.options("team=a")).synced()) {
      CLUSTER.apply(Lookout.snippet(name, labels));
      lookout.awaitChange("snippet " + name);

      CLUSTER.admin().patch(Lookout.path(name), "{\"metadata\":{\"labels\":{\"team\":\"b\"}}}");
      Awaiting.until("left", () -> lookout.cluster().snippet(name).isEmpty());
      assertThat(lookout.cluster().stranded()).isEmpty();

      CLUSTER.admin().delete(Lookout.path(name)).object();
      lookout.awaitChange("stranded " + name);
      assertThat(lookout.cluster().stranded()).contains(name);

      CLUSTER.admin().patch(Lookout.path(name), "{\"metadata\":{\"finalizers\":null}}").object();
      Awaiting.until("let go", () -> lookout.cluster().stranded().isEmpty());
    }
  }

  @Test
  void anObjectNestedBeyondReasonKeepsNobodyElseBack() {
    var namespace = CLUSTER.namespace("deep");
    var deep = new ResourceName(namespace, "deep");
    var plain = new ResourceName(namespace, "plain");
    var value = "[".repeat(3000) + "]".repeat(3000);
    var taken =
        CLUSTER
            .admin()
            .create(
                Resource.SNIPPETS.in(namespace),
                """
                {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet",
                 "metadata": {"name": "deep"},
                 "spec": {"files": {"main.jsonnet": "{}"}, "tlas": %s}}
                """
                    .formatted(value));
    assertThat(taken.succeeded()).isTrue();
    CLUSTER.apply(Lookout.snippet(plain, ""));
    try (var lookout = Lookout.at(CLUSTER).synced()) {
      assertThat(lookout.cluster().snippet(plain).orElseThrow().violations()).isEmpty();
      assertThat(lookout.cluster().snippet(deep).orElseThrow().violations()).isNotEmpty();
      assertThat(lookout.heard.defects).isEmpty();
    }
  }

  private static String artifact(ResourceName name, String of) {
    return """
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: ExternalArtifact
    metadata:
      namespace: %s
      name: %s
    spec:
      sourceRef: {apiVersion: jaas.metio.wtf/v1, kind: %s, name: %s}
    """
        .formatted(name.namespace(), name.name(), of, name.name());
  }
}
