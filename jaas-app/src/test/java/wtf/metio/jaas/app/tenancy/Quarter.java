// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.tenancy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.cluster.OperatingService;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * The whole operator as a process on a real API server, and teams with namespaces of their own,
 * each with the account {@code renderer} that has the shipped role.
 */
final class Quarter implements AutoCloseable {

  private final Cluster cluster = Cluster.shared();
  private final Installation installation = Installation.in(cluster);
  private final Map<String, TenantNamespace> teams = new HashMap<>();
  private final OperatingService service;

  /** Starts the operator; references may leave their namespace. */
  Quarter(Path store) {
    service =
        OperatingService.start(
            installation,
            store,
            "--leader-election=false",
            "--no-cross-namespace-refs=false",
            "--ext-var=site=ours");
  }

  Cluster cluster() {
    return cluster;
  }

  /** A team that may do what the shipped role says, in a namespace of its own. */
  String team(String prefix) {
    var team = TenantNamespace.in(installation, prefix);
    teams.put(team.name(), team);
    return team.name();
  }

  private TenantNamespace of(String namespace) {
    return Optional.ofNullable(teams.get(namespace)).orElseThrow();
  }

  /**
   * Makes or changes a snippet.
   *
   * @param spec as YAML in one line, without the account
   */
  void snippet(String namespace, String name, String spec) {
    of(namespace).snippet(name, spec);
  }

  void inline(String namespace, String name, String program) {
    of(namespace).inline(name, program);
  }

  /** A snippet once it is published. */
  KubeObject published(String namespace, String name) {
    return of(namespace).published(name);
  }

  /** What a snippet is told when it is not published, for this reason. */
  String refused(String namespace, String name, String reason) {
    return of(namespace).refused(name, reason);
  }

  /** Everything that was written about a snippet: the object, and its events. */
  String written(String namespace, String name) {
    var events = cluster.admin().get(Resource.EVENTS.in(namespace)).object().toString();
    return of(namespace).now(name) + events;
  }

  /** The archive that a snippet advertises, or the answer in its place. */
  RawResponse archive(KubeObject snippet) {
    return stored(path(snippet));
  }

  /** Where on the storage server the archive is that a snippet advertises. */
  static String path(KubeObject snippet) {
    return URI.create(snippet.text("/status/artifactURL").orElseThrow()).getPath();
  }

  /** What the storage server answers. */
  RawResponse stored(String target) {
    return service.stored(target);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    service.close();
  }
}
