// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.testservers.FluxController;
import wtf.metio.jaas.testservers.FluxDefinition;
import wtf.metio.jaas.testservers.MinioServer;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** From a program in a bucket to objects in the cluster, with the controllers that people run. */
@Tag("long")
@Timeout(1800)
class FluxIT {

  private static final String PROGRAM =
      """
      local map(name, data) = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: name },
        data: data,
      };
      function(sky='blue') {
        colours: map('colours', { sky: sky }),
        shapes: map('shapes', { sun: 'round' }),
      }
      """;

  @TempDir private Path storage;
  private Cluster cluster;
  private Api admin;
  private String namespace;
  private MinioServer minio;
  private FluxController sources;
  private FluxController applying;
  private OperatingService operator;

  @BeforeEach
  void start() {
    cluster = Cluster.shared();
    admin = cluster.admin();
    cluster.apply(FluxDefinition.all());
    var installation = Installation.in(cluster);
    namespace = cluster.namespace("flux");
    installation.tenant(namespace, "renderer");
    minio = MinioServer.start();
    minio.createBucket("programs");
    sources = FluxController.source(cluster.server());
    applying = FluxController.kustomize(cluster.server());
    operator = OperatingService.start(installation, storage, "--source-allow-cidrs=127.0.0.0/8");
  }

  @AfterEach
  void stop() throws Exception {
    operator.close();
    applying.close();
    sources.close();
    minio.close();
  }

  private void writeProgram(String program) {
    minio.put("programs", "maps/main.jsonnet", program);
  }

  private void connect() {
    cluster.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: bucket, namespace: %1$s}
        stringData: {accesskey: %2$s, secretkey: %3$s}
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: Bucket
        metadata: {name: programs, namespace: %1$s}
        spec:
          bucketName: programs
          endpoint: %4$s
          insecure: true
          interval: 1m
          secretRef: {name: bucket}
        ---
        apiVersion: jaas.metio.wtf/v1
        kind: JsonnetSnippet
        metadata: {name: maps, namespace: %1$s}
        spec:
          serviceAccountName: renderer
          format: manifests
          sourceRef: {kind: Bucket, name: programs, path: maps}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: maps, namespace: %1$s}
        spec:
          interval: 10m
          retryInterval: 1s
          path: ./
          prune: true
          targetNamespace: %1$s
          sourceRef: {kind: ExternalArtifact, name: maps}
        """
            .formatted(
                namespace,
                MinioServer.ACCESS_KEY,
                MinioServer.SECRET_KEY,
                minio.endpoint().getAuthority()));
  }

  private void lookAgain() {
    var asked =
        "{\"metadata\": {\"annotations\": {\"reconcile.fluxcd.io/requestedAt\": \"%s\"}}}"
            .formatted(System.nanoTime());
    admin.patch(Resource.BUCKETS.in(namespace, "programs"), asked).object();
  }

  private String map(String name) {
    return Resource.CONFIG_MAPS.in(namespace, name);
  }

  private void awaitSky(String colour) {
    try {
      admin.await(map("colours"), it -> it.text("/data/sky").equals(Optional.of(colour)));
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage()
              + "\n"
              + admin.get(Resource.SNIPPETS.in(namespace, "maps")).text()
              + "\n"
              + admin.get(Resource.KUSTOMIZATIONS.in(namespace, "maps")).text()
              + "\n"
              + operator.said(),
          e);
    }
  }

  @Test
  void objectsOfAProgramAppearChangeAndGoWithIt() {
    writeProgram(PROGRAM);
    connect();
    awaitSky("blue");
    admin.await(map("shapes"), it -> it.text("/data/sun").equals(Optional.of("round")));
    var artifact = admin.get(Resource.EXTERNAL_ARTIFACTS.in(namespace, "maps")).object();
    assertThat(artifact.is("Ready", "True")).isTrue();
    assertThat(artifact.text("/metadata/ownerReferences/0/name")).hasValue("maps");

    admin
        .patch(
            Resource.SNIPPETS.in(namespace, "maps"), "{\"spec\": {\"tlas\": {\"sky\": \"red\"}}}")
        .object();
    awaitSky("red");

    writeProgram(PROGRAM.replaceAll("(?m)^ *shapes: .*\\R", ""));
    lookAgain();
    admin.awaitGone(map("shapes"));
    assertThat(admin.get(map("colours")).succeeded()).isTrue();

    admin.delete(Resource.SNIPPETS.in(namespace, "maps")).object();
    admin.awaitGone(Resource.SNIPPETS.in(namespace, "maps"));
    assertThat(admin.get(map("colours")).object())
        .extracting(KubeObject::name)
        .isEqualTo("colours");
  }
}
