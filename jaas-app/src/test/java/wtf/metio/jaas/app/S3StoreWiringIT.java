// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.storage.s3.S3ArtifactStore;
import wtf.metio.jaas.testservers.MinioServer;

class S3StoreWiringIT {

  private static final ResourceName OWNER = new ResourceName("team", "dashboards");
  private static final String BUCKET = "artifacts";

  private static MinioServer minio;

  @BeforeAll
  static void startMinio() {
    minio = MinioServer.start();
    minio.createBucket(BUCKET);
  }

  @AfterAll
  static void stopMinio() {
    minio.close();
  }

  private static RunningService service(String... more) {
    var flags =
        List.of(
            "--storage-backend=s3",
            "--s3-bucket=" + BUCKET,
            "--s3-endpoint=" + minio.endpoint().getAuthority(),
            "--s3-use-ssl=false");
    var environment =
        Map.of(
            "JAAS_S3_ACCESS_KEY", MinioServer.ACCESS_KEY,
            "JAAS_S3_SECRET_KEY", MinioServer.SECRET_KEY);
    var all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return RunningService.start(environment, all);
  }

  @Test
  void archivesAreKeptInTheBucketThatTheSettingsName() {
    try (var service = service("--s3-prefix=here")) {
      var store = service.bean(ArtifactStore.class);
      var content = "{}".getBytes(StandardCharsets.UTF_8);
      var archive = Archive.of(Revision.ofText(content), FileSet.of("rendered.json", content));
      assertThat(store).isInstanceOf(S3ArtifactStore.class);
      assertThat(store.probe()).isEqualTo(new StoreHealth.Well());
      assertThat(store.put(OWNER, archive, Fence.OPEN).digest()).isEqualTo(archive.digest());
    }
  }

  @Test
  void anonymousWinsOverKeys() {
    try (var service = service("--s3-anonymous")) {
      assertThat(service.bean(ArtifactStore.class).probe())
          .isInstanceOfSatisfying(
              StoreHealth.Ill.class,
              ill -> assertThat(ill.problem()).isEqualTo(StoreProblem.DENIED));
    }
  }
}
