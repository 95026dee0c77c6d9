// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * A namespace with snippets, all at the same edition.
 *
 * @param size how many
 */
record Team(Installation installation, String namespace, int size) {

  private static final String ACCOUNT = "renderer";

  static Team in(Installation installation, int size) {
    var namespace = installation.cluster().namespace("faults");
    var team = new Team(installation, namespace, size);
    team.makeAccount();
    return team;
  }

  /** Makes the service account if there is none. */
  void makeAccount() {
    installation.tenant(namespace, ACCOUNT);
  }

  void deleteAccount() {
    api().delete(Resource.SERVICE_ACCOUNTS.in(namespace, ACCOUNT)).object();
  }

  private Api api() {
    return installation.cluster().admin();
  }

  /** Brings all snippets to an edition; while the server is away it is tried again. */
  void edit(String edition) {
    IntStream.range(0, size).forEach(i -> edit(i, edition));
  }

  /** The same with one of them. */
  void edit(int number, String edition) {
    Awaiting.until("snippet " + number + " is edited", () -> tryEdit(number, edition));
  }

  /** Whether the server did it. */
  boolean tryEdit(int number, String edition) {
    var name = name(number);
    var object =
        """
        {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet",
         "metadata": {"name": "%1$s", "namespace": "%2$s"},
         "spec": {"serviceAccountName": "%4$s",
          "files": {"main.jsonnet": "{ name: '%1$s', edition: '%3$s', n: std.range(1, 50) }"}}}
        """
            .formatted(name, namespace, edition, ACCOUNT);
    try {
      return api().apply(Resource.SNIPPETS.in(namespace, name), object).succeeded();
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  void delete() {
    var snippets = Resource.SNIPPETS.in(namespace);
    Awaiting.until("they are deleted", () -> api().delete(snippets).succeeded());
    Awaiting.until(() -> api().get(snippets).items(), List<KubeObject>::isEmpty);
  }

  /** Returns when there is nothing left of what was published, neither object nor archive. */
  void awaitGone(Path archives) {
    Awaiting.until(
        () -> api().get(Resource.EXTERNAL_ARTIFACTS.in(namespace)).items(),
        List<KubeObject>::isEmpty);
    Awaiting.until(() -> files(archives), List<Path>::isEmpty);
  }

  private List<Path> files(Path archives) {
    try (var files = Files.walk(archives)) {
      return files.filter(Files::isRegularFile).filter(this::isOurs).toList();
    } catch (IOException | UncheckedIOException e) {
      // It is being removed.
      return List.of(archives);
    }
  }

  private boolean isOurs(Path file) {
    // What a writer that was killed left unfinished is for the sweep, which comes much later.
    return file.toString().contains("/" + namespace + "/") && !file.toString().endsWith(".tmp");
  }

  /** Returns when each snippet is published at an edition, and can be fetched. */
  void awaitPublished(String edition) {
    for (int i = 0; i < size; i++) {
      awaitPublished(i, edition);
    }
  }

  /** The same for one of them. */
  void awaitPublished(int number, String edition) {
    Awaiting.until(() -> state(name(number)), ("published " + edition)::equals);
  }

  /** What somebody sees of the first one who looks from outside. */
  String state() {
    return state(name(0));
  }

  private String state(String name) {
    try {
      var snippet = api().get(Resource.SNIPPETS.in(namespace, name)).object();
      return snippet.is("Ready", "True") && isObserved(snippet)
          ? published(name, snippet)
          : "not ready: " + snippet;
    } catch (UncheckedIOException | AssertionError e) {
      return "nobody knows: " + e.getMessage();
    }
  }

  private String published(String name, KubeObject snippet) {
    var artifact = api().get(Resource.EXTERNAL_ARTIFACTS.in(namespace, name));
    if (!artifact.succeeded()) {
      return "no artifact: " + artifact.text();
    }
    var url = artifact.object().text("/status/artifact/url");
    if (!url.equals(snippet.text("/status/artifactURL"))) {
      return "another address: " + url + " than in " + snippet;
    }
    return Archive.fetch(url.orElseThrow()).edition();
  }

  private static boolean isObserved(KubeObject snippet) {
    return snippet
            .condition("Ready")
            .flatMap(ready -> ready.text("/observedGeneration"))
            .equals(snippet.text("/metadata/generation"))
        && !snippet.text("/metadata/generation").equals(Optional.empty());
  }

  private static String name(int number) {
    return "snippet-" + number;
  }
}
