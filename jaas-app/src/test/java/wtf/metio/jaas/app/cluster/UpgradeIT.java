// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Identity;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** What another program published before is taken over as it is. */
@Timeout(1800)
class UpgradeIT {

  private static final int PLAIN = 50;

  /** An archive with {@code {"a": 1}} as that program really writes it, byte for byte. */
  private static final String ARCHIVE =
      "H4sIAAAAAAAA/ypKzUtJLUpN0csqzs9joA0wMDAwMDMxAdMGBgbotIGBoRmCDRI3NDQzM2VQMKCRe1BAaXFJYhGDAcV2"
          + "oXtuiIBqLgUFBaVEJSsFQ65aroF2zSgYBaNgFIwCegFAAAAA//+jj56RAAgAAA==";

  private static final String HANDLED =
      "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \"noon\"}}}";

  @TempDir private Path storage;
  private Cluster cluster;
  private Api admin;
  private String namespace;
  private Identity operator;

  @BeforeEach
  void define() {
    cluster = Cluster.shared();
    admin = cluster.admin();
    var installation = Installation.in(cluster);
    operator = installation.operator();
    namespace = cluster.namespace("upgrade");
    installation.tenant(namespace, "renderer");
  }

  private RunningService start() {
    var service =
        RunningService.start(
            "--enable-flux-integration",
            "--kubeconfig=" + cluster.kubeconfig(operator),
            "--leader-election=false",
            "--watch-namespaces=" + namespace,
            "--storage-path=" + storage,
            "--storage-base-url=" + FormerSnippet.BASE);
    RunningService.await(() -> service.get("management", "/ready").status() == 200);
    return service;
  }

  /** All the shapes that there are. */
  private static List<FormerSnippet> shapes() {
    var snippets = new ArrayList<FormerSnippet>();
    IntStream.range(0, PLAIN).forEach(i -> snippets.add(FormerSnippet.plain("plain-" + i)));
    snippets.add(FormerSnippet.of("history", 3, "history: 3"));
    snippets.add(FormerSnippet.plain("periodic", "interval: 1h"));
    snippets.add(
        FormerSnippet.plain("variables", "externalVariables: [{name: a, value: b}]", "history: 2"));
    snippets.add(
        FormerSnippet.plain("importing", "libraries: [{kind: JsonnetLibrary, name: library}]"));
    snippets.add(
        new FormerSnippet(
            "genuine",
            "{ a: 1 }",
            "",
            List.of(
                new FormerSnippet.Edition(
                    Revision.ofText("{\n   \"a\": 1\n}\n".getBytes()),
                    Base64.getDecoder().decode(ARCHIVE)))));
    snippets.add(
        new FormerSnippet(
            "source",
            "{ a: 1 }",
            "output: source",
            List.of(
                FormerSnippet.Edition.ofFiles(
                    FileSet.ofTexts(Map.of("main.jsonnet", "{ a: 1 }"))))));
    return snippets;
  }

  private List<FormerSnippet> leaveBehind() {
    cluster.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetLibrary
        metadata: {name: library, namespace: %s}
        spec: {files: {main.libsonnet: '{}'}}
        """
            .formatted(namespace));
    var snippets = shapes();
    snippets.forEach(
        snippet -> {
          snippet.store(storage, namespace);
          snippet.describe(cluster, namespace);
        });
    handled("plain-1");
    return snippets;
  }

  /** Somebody asked that program to look at a snippet, and it did. */
  private void handled(String name) {
    var path = Resource.SNIPPETS.in(namespace, name);
    admin.patch(path, HANDLED).object();
    admin.patch(path + "/status", "{\"status\": {\"lastHandledReconcileAt\": \"noon\"}}").object();
  }

  /** Every snippet and its artifact, with the version of each. */
  private Map<String, String> versions() {
    var versions = new TreeMap<String, String>();
    for (var resource : List.of(Resource.SNIPPETS, Resource.EXTERNAL_ARTIFACTS)) {
      for (var object : admin.get(resource.in(namespace)).items()) {
        versions.put(resource.plural() + '/' + object.name(), object.resourceVersion());
      }
    }
    return versions;
  }

  private static double evaluations(RunningService service) {
    return sum(service, "jaas_eval_duration_seconds_count");
  }

  private static double sum(RunningService service, String metric) {
    return service
        .get("metrics", "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(metric + '{'))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private KubeObject snippet(String name) {
    return admin.get(Resource.SNIPPETS.in(namespace, name)).object();
  }

  private void assertServed(RunningService service, FormerSnippet snippet) {
    for (var edition : snippet.editions()) {
      var answer = service.get("storage", '/' + snippet.path(namespace, edition));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(edition.archive());
    }
  }

  @Test
  void nothingIsRenderedOrWrittenAndEverythingIsServed() {
    var snippets = leaveBehind();
    var before = versions();
    try (var service = start()) {
      RunningService.await(
          () -> sum(service, "jaas_snippet_queue_wait_seconds_count") >= snippets.size());
      // Within a minute, then those that were taken over are rendered one after the other.
      edit("plain-7");
      assertThat(evaluations(service)).isEqualTo(1);
      var after = versions();
      assertThat(after.keySet()).isEqualTo(before.keySet());
      assertThat(after.entrySet())
          .filteredOn(entry -> !before.get(entry.getKey()).equals(entry.getValue()))
          .extracting(Map.Entry::getKey)
          .containsExactly("externalartifacts/plain-7", "jsonnetsnippets/plain-7");
      snippets.forEach(snippet -> assertServed(service, snippet));
      assertThat(snippets)
          .allMatch(snippet -> snippet(snippet.name()).is("Ready", "True"))
          .hasSizeGreaterThan(PLAIN);
    }
  }

  @Test
  void whatIsDeletedBeforeItWasEverRenderedLeavesNothingBehind() {
    var snippet = FormerSnippet.plain("plain");
    snippet.store(storage, namespace);
    snippet.describe(cluster, namespace);
    var path = Resource.SNIPPETS.in(namespace, "plain");
    var uid = snippet("plain").text("/metadata/uid");
    try (var _ = start()) {
      admin.delete(path).object();
      admin.awaitGone(path);
      assertThat(storage.resolve(snippet.path(namespace, snippet.newest()))).doesNotExist();
      // Whoever collects garbage in a cluster finds it by its owner.
      var artifact = admin.get(Resource.EXTERNAL_ARTIFACTS.in(namespace, "plain")).object();
      assertThat(artifact.text("/metadata/ownerReferences/0/uid")).isEqualTo(uid);
      assertThat(artifact.at("/status/artifact")).isEmpty();
      var events = admin.get(Resource.EVENTS.in(namespace)).items();
      assertThat(events)
          .noneMatch(event -> event.text("/reason").equals(Optional.of("WithdrawForced")));
    }
  }

  /** Somebody edits a snippet; it is published when this returns. */
  private void edit(String name) {
    var former = snippet(name).text("/status/revision");
    admin
        .patch(
            Resource.SNIPPETS.in(namespace, name),
            "{\"spec\": {\"files\": {\"main.jsonnet\": \"[7]\"}}}")
        .object();
    var now =
        admin.await(
            Resource.SNIPPETS.in(namespace, name),
            object ->
                object.is("Ready", "True")
                    && object.text("/status/observedGeneration").equals(Optional.of("2")));
    assertThat(now.text("/status/revision")).isNotEqualTo(former);
  }
}
