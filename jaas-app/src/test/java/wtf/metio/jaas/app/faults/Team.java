// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

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
record Team(Api api, String namespace, int size) {

  static Team in(Installation installation, int size) {
    var namespace = installation.cluster().namespace("faults");
    installation.tenant(namespace, "renderer");
    return new Team(installation.cluster().admin(), namespace, size);
  }

  /** Brings all snippets to an edition; while the server is away it is tried again. */
  void edit(String edition) {
    IntStream.range(0, size).forEach(i -> edit(i, edition));
  }

  private void edit(int number, String edition) {
    var name = "snippet-" + number;
    var object =
        """
        {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet",
         "metadata": {"name": "%1$s", "namespace": "%2$s"},
         "spec": {"serviceAccountName": "renderer",
          "files": {"main.jsonnet": "{ name: '%1$s', edition: '%3$s', n: std.range(1, 50) }"}}}
        """
            .formatted(name, namespace, edition);
    api.apply(Resource.SNIPPETS.in(namespace, name), object).object();
  }

  void delete() {
    api.delete(Resource.SNIPPETS.in(namespace)).object();
    Awaiting.until(
        () -> api.get(Resource.SNIPPETS.in(namespace)).items(), List<KubeObject>::isEmpty);
  }

  /** Returns when each snippet is published at an edition, and can be fetched. */
  void awaitPublished(String edition) {
    for (int i = 0; i < size; i++) {
      var name = "snippet-" + i;
      Awaiting.until(() -> state(name), ("published " + edition)::equals);
    }
  }

  /** What somebody sees who looks from outside. */
  private String state(String name) {
    var snippet = api.get(Resource.SNIPPETS.in(namespace, name)).object();
    if (!snippet.is("Ready", "True") || !isObserved(snippet)) {
      return "not ready: " + snippet;
    }
    var artifact = api.get(Resource.EXTERNAL_ARTIFACTS.in(namespace, name));
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
}
