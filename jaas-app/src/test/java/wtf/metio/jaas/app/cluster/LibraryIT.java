// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** What a cluster is told of libraries. */
@Timeout(1800)
class LibraryIT {

  @TempDir private Path storage;

  private static void write(Cluster cluster, String namespace, String file, String text) {
    cluster.apply(
        """
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetLibrary
        metadata: {name: lib, namespace: %s}
        spec: {files: {main.libsonnet: '{}', %s: '%s'}}
        """
            .formatted(namespace, file, text));
  }

  private static KubeObject await(Cluster cluster, String namespace, String ready) {
    return cluster
        .admin()
        .await(Resource.LIBRARIES.in(namespace, "lib"), object -> object.is("Ready", ready));
  }

  private static String message(KubeObject library) {
    return library.condition("Ready").flatMap(ready -> ready.text("/message")).orElseThrow();
  }

  @Test
  void aFileThatIsNoProgramIsToldWithItsPlaceUntilItIsMended() {
    var cluster = Cluster.shared();
    var installation = Installation.in(cluster);
    var operator = cluster.kubeconfig(installation.operator());
    var namespace = cluster.namespace("library");
    write(cluster, namespace, "parts/wheel.libsonnet", "{ spokes: 1 2 }");
    try (var _ =
        RunningService.start(
            "--enable-flux-integration",
            "--kubeconfig=" + operator,
            "--leader-election=false",
            "--watch-namespaces=" + namespace,
            "--storage-path=" + storage,
            "--storage-base-url=http://jaas.example")) {
      assertThat(message(await(cluster, namespace, "False")))
          .startsWith("parts/wheel.libsonnet:1:13-14 ")
          .endsWith("/runbooks/evaluationfailed/)");

      write(cluster, namespace, "parts/wheel.libsonnet", "{ spokes: 12 }");
      assertThat(message(await(cluster, namespace, "True"))).isEqualTo("2 files");
    }
  }
}
