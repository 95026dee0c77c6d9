// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.operator.feed.FeedOptions;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.KubeOptions;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.testservers.FluxDefinition;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Resource;

/** Watches of a real API server, with what they told. */
final class Lookout implements AutoCloseable {

  static final FeedOptions HASTY =
      new FeedOptions(
          50,
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofMillis(20),
          Duration.ofMillis(500),
          Duration.ofMinutes(5));

  private static final Path CRDS = Path.of("../deploy/crds");

  final Heard heard = new Heard();
  final Watches watches;
  private final KubeConnection connection;

  private Lookout(Path kubeconfig, WatchOptions options) {
    connection =
        KubeConnection.open(
            new KubeOptions(
                kubeconfig.toString(), "test", Duration.ofSeconds(15), Duration.ofSeconds(1), 64),
            RequestListener.NONE);
    watches =
        new Watches(
            connection.watches(), options, new SnippetRules(Set.of(), Set.of()), heard, heard);
    watches.start();
  }

  /** Everything of a cluster, or of some namespaces in it. */
  static Lookout at(wtf.metio.jaas.testservers.cluster.Cluster cluster, String... namespaces) {
    return at(cluster, options("", namespaces));
  }

  static Lookout at(wtf.metio.jaas.testservers.cluster.Cluster cluster, WatchOptions options) {
    return new Lookout(cluster.server().kubeconfig(), options);
  }

  static WatchOptions options(String labels, String... namespaces) {
    return new WatchOptions(List.of(namespaces), labels, HASTY, () -> 0.5);
  }

  static void defineOurs(wtf.metio.jaas.testservers.cluster.Cluster cluster) {
    cluster.apply(
        CRDS.resolve("jaas.metio.wtf_jsonnetsnippets.yaml"),
        CRDS.resolve("jaas.metio.wtf_jsonnetlibraries.yaml"));
  }

  static void defineAll(wtf.metio.jaas.testservers.cluster.Cluster cluster) {
    defineOurs(cluster);
    cluster.apply(FluxDefinition.sources());
  }

  Cluster cluster() {
    return watches.cluster();
  }

  Lookout synced() {
    Awaiting.until("synced", watches::isSynced);
    return this;
  }

  void awaitChange(String change) {
    Awaiting.until(() -> heard.changes, changes -> changes.contains(change));
  }

  @Override
  public void close() {
    watches.close();
    connection.close();
  }

  static String snippet(ResourceName name, String more) {
    return """
    apiVersion: jaas.metio.wtf/v1
    kind: JsonnetSnippet
    metadata:
      namespace: %s
      name: %s
    %s
    spec:
      files:
        main.jsonnet: "{}"
    """
        .formatted(name.namespace(), name.name(), more.indent(2));
  }

  static String path(ResourceName snippet) {
    return Resource.SNIPPETS.in(snippet.namespace(), snippet.name());
  }

  static KubeObject object(wtf.metio.jaas.testservers.cluster.KubeObject object) {
    return new KubeObject(object.json());
  }
}
