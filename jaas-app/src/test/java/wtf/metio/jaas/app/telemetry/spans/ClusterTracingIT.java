// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.Resource;

/** Spans of a cluster that is looked after. */
@Timeout(1800)
class ClusterTracingIT {

  @TempDir private Path storage;

  @Test
  void whoeverReceivesSpansSeesHowASnippetIsPublished() {
    var cluster = Cluster.shared();
    var installation = Installation.in(cluster);
    var operator = cluster.kubeconfig(installation.operator());
    var namespace = cluster.namespace("tracing");
    installation.tenant(namespace, "renderer");
    try (var receiver = new Receiver()) {
      try (var _ =
          RunningService.start(
              "--enable-flux-integration",
              "--kubeconfig=" + operator,
              "--leader-election=false",
              "--watch-namespaces=" + namespace,
              "--storage-path=" + storage,
              "--storage-base-url=http://jaas.example",
              "--tracing-endpoint=" + receiver.endpoint(),
              "--tracing-insecure")) {
        cluster.apply(
            """
            apiVersion: jaas.metio.wtf/v1
            kind: JsonnetSnippet
            metadata: {name: dash, namespace: %s}
            spec:
              serviceAccountName: renderer
              files: {main.jsonnet: '{ a: 1 }'}
            """
                .formatted(namespace));
        var path = Resource.SNIPPETS.in(namespace, "dash");
        cluster.admin().await(path, object -> object.is("Ready", "True"));
      }
      assertThat(receiver.spans())
          .extracting(Span::getName)
          .contains(
              "JsonnetSnippet.Reconcile",
              "snippet.resolveSource",
              "snippet.evaluate",
              "snippet.publish");
    }
  }
}
