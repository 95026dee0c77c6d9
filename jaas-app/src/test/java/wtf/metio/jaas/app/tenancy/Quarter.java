// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * The whole operator as a process on a real API server, and teams with namespaces of their own,
 * each with the account {@code renderer} that has the shipped role.
 */
final class Quarter implements AutoCloseable {

  static final String BASE = "http://jaas.example";

  private final Cluster cluster = Cluster.shared();
  private final Installation installation = Installation.in(cluster);
  private final List<Integer> ports = ServiceProcess.freePorts(4);
  private final ServiceProcess service;

  /** Starts the operator; references may leave their namespace. */
  Quarter(Path store) {
    var arguments = new ArrayList<String>();
    var names = List.of("--port", "--management-port", "--storage-port");
    for (int i = 0; i < names.size(); i++) {
      arguments.addAll(List.of(names.get(i), ports.get(i).toString()));
    }
    arguments.addAll(List.of("--metrics-bind-address", "127.0.0.1:" + ports.get(3)));
    arguments.addAll(List.of("--enable-flux-integration", "--leader-election=false"));
    arguments.addAll(
        List.of("--kubeconfig", cluster.kubeconfig(installation.operator()).toString()));
    arguments.addAll(List.of("--storage-path", store.toString(), "--storage-base-url", BASE));
    arguments.addAll(List.of("--storage-listen-address", "127.0.0.1"));
    arguments.addAll(List.of("--no-cross-namespace-refs=false", "--ext-var", "site=ours"));
    arguments.addAll(List.of("--warm-up", "0", "--shutdown-delay", "0"));
    service = ServiceProcess.start(List.of("-XX:+UseSerialGC"), Map.of(), arguments);
    Awaiting.until("ready; the service said\n" + service.err(), this::isReady);
  }

  private boolean isReady() {
    if (!service.isAlive()) {
      throw new AssertionError(service.out() + service.err());
    }
    try {
      return RawHttp.get(ports.get(1), "/ready").status() == 200;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  Cluster cluster() {
    return cluster;
  }

  /** A team that may do what the shipped role says, in a namespace of its own. */
  String team(String prefix) {
    var namespace = cluster.namespace(prefix);
    installation.tenant(namespace, "renderer");
    return namespace;
  }

  /**
   * Makes or changes a snippet.
   *
   * @param spec as YAML in one line, without the account
   */
  void snippet(String namespace, String name, String spec) {
    cluster.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata: {namespace: %s, name: %s}
        spec: {serviceAccountName: renderer, %s}
        """
            .formatted(namespace, name, spec));
  }

  void inline(String namespace, String name, String program) {
    snippet(namespace, name, "files: {main.jsonnet: " + quoted(program) + "}");
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A snippet as soon as its condition is as wanted for its newest description. */
  KubeObject await(String namespace, String name, String status, String reason) {
    return cluster
        .admin()
        .await(
            Resource.SNIPPETS.in(namespace, name),
            object ->
                isObserved(object)
                    && object.is("Ready", status)
                    && object
                        .condition("Ready")
                        .flatMap(ready -> ready.text("/reason"))
                        .filter(reason::equals)
                        .isPresent());
  }

  private static boolean isObserved(KubeObject object) {
    return object.text("/status/observedGeneration").equals(object.text("/metadata/generation"));
  }

  /** A snippet once it is published. */
  KubeObject published(String namespace, String name) {
    return await(namespace, name, "True", "Synced");
  }

  /** What a snippet is told when it is not published, for this reason. */
  String refused(String namespace, String name, String reason) {
    return await(namespace, name, "False", reason)
        .condition("Ready")
        .flatMap(ready -> ready.text("/message"))
        .orElseThrow();
  }

  /** Everything that was written about a snippet: the object, and its events. */
  String written(String namespace, String name) {
    var events = cluster.admin().get(Resource.EVENTS.in(namespace)).object().toString();
    return cluster.admin().get(Resource.SNIPPETS.in(namespace, name)).object() + events;
  }

  /** The archive that a snippet advertises, or the answer in its place. */
  RawResponse archive(KubeObject snippet) {
    return stored(snippet.text("/status/artifactURL").orElseThrow().substring(BASE.length()));
  }

  /** What the storage server answers. */
  RawResponse stored(String target) {
    return RawHttp.get(ports.get(2), target);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    service.close();
  }
}
