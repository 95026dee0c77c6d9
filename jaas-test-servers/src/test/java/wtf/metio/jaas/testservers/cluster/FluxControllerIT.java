// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.testservers.FluxController;
import wtf.metio.jaas.testservers.FluxDefinition;
import wtf.metio.jaas.testservers.MinioServer;

@Timeout(1800)
class FluxControllerIT {

  private static final String MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: colours
      data:
        sky: blue
      """;

  private static String bucket(String namespace, MinioServer minio) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: bucket, namespace: %1$s}
    stringData: {accesskey: %2$s, secretkey: %3$s}
    ---
    apiVersion: source.toolkit.fluxcd.io/v1
    kind: Bucket
    metadata: {name: objects, namespace: %1$s}
    spec:
      bucketName: objects
      endpoint: %4$s
      insecure: true
      interval: 1m
      secretRef: {name: bucket}
    """
        .formatted(
            namespace,
            MinioServer.ACCESS_KEY,
            MinioServer.SECRET_KEY,
            minio.endpoint().getAuthority());
  }

  private static String kustomization(String namespace) {
    return """
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    metadata: {name: objects, namespace: %1$s}
    spec:
      interval: 1m
      path: ./
      prune: true
      targetNamespace: %1$s
      sourceRef: {kind: Bucket, name: objects}
    """
        .formatted(namespace);
  }

  private static int status(String url) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void whatLiesInABucketIsServedAndApplied() throws Exception {
    var cluster = Cluster.shared();
    cluster.apply(FluxDefinition.all());
    var namespace = cluster.namespace("flux");
    try (var minio = MinioServer.start();
        var _ = FluxController.source(cluster.server());
        var _ = FluxController.kustomize(cluster.server())) {
      minio.createBucket("objects");
      minio.put("objects", "maps/colours.yaml", MAP);
      cluster.apply(bucket(namespace, minio));
      cluster.apply(kustomization(namespace));

      var source =
          cluster
              .admin()
              .await(Resource.BUCKETS.in(namespace, "objects"), it -> it.is("Ready", "True"));
      assertThat(status(source.text("/status/artifact/url").orElseThrow())).isEqualTo(200);
      cluster
          .admin()
          .await(
              Resource.CONFIG_MAPS.in(namespace, "colours"),
              map -> map.text("/data/sky").equals(Optional.of("blue")));
    }
  }
}
