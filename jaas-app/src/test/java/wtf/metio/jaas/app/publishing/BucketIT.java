// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.app.publishing.PublishingService.snippet;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.testservers.MinioServer;

/** A folder of manifests whose archives are kept in a bucket. */
class BucketIT {

  private static final String SECRET = MinioServer.SECRET_KEY;

  @TempDir private Path root;
  private MinioServer minio;
  private PublishingService town;

  @BeforeEach
  void build() {
    minio = MinioServer.start();
    minio.createBucket("artifacts");
    town = town("artifacts", SECRET);
  }

  @AfterEach
  void leave() {
    town.close();
    minio.close();
  }

  private PublishingService town(String bucket, String secret) {
    return new PublishingService(
        root,
        "--storage-backend=s3",
        "--s3-endpoint=" + minio.endpoint().getAuthority(),
        "--s3-use-ssl=false",
        "--s3-bucket=" + bucket,
        "--s3-access-key=" + MinioServer.ACCESS_KEY,
        "--s3-secret-key=" + secret,
        "--storage-read-timeout=3s",
        "--state-path=" + root.resolve("state"));
  }

  @Test
  void revisionsAreTheSameAsInAFolder() {
    town.write("a.yaml", snippet("one", "{ a: 1 }"));
    town.start();
    town.awaitPublished("one", "rendered.json", "{\n   \"a\": 1\n}\n");
    assertThat(town.status("one"))
        .contains("sha256:eb6c0b7db1ed40c126b28f6857e7f2138b8796e964daa0cd089cb57b1b09263c");
  }

  @Test
  void anOutageIsToldAndHealsByItself() {
    town.write("a.yaml", snippet("one", "[1]"));
    town.start();
    town.awaitReason("one", "Synced");

    minio.stop();
    town.write("a.yaml", snippet("one", "[2]"));
    assertThat(town.awaitReason("one", "StorageOperationFailed"))
        .contains("is on a server that does not answer");
    town.awaitProblem("unreachable");
    assertReady();

    minio.restart();
    town.awaitPublished("one", "rendered.json", "[\n   2\n]\n");
    town.awaitReason("one", "Synced");
    town.awaitNoProblem();
  }

  @Test
  void aServerThatTakesRequestsAndNeverAnswersIsToldAndHealsByItself() {
    town.write("a.yaml", snippet("one", "[1]"));
    town.start();
    town.awaitReason("one", "Synced");

    minio.freeze();
    town.write("a.yaml", snippet("one", "[2]"));
    assertThat(town.awaitReason("one", "StorageOperationFailed"))
        .contains("is on a server that does not answer");
    town.awaitProblem("unreachable");
    assertReady();

    minio.thaw();
    town.awaitPublished("one", "rendered.json", "[\n   2\n]\n");
    town.awaitNoProblem();
  }

  private void assertReady() {
    assertThat(town.service().get("management", "/ready").status()).isEqualTo(200);
  }

  @Test
  void aBucketThatIsMissingIsToldAndHealsByItself() {
    town = town("nowhere", SECRET);
    town.write("a.yaml", snippet("one", "[1]"));
    town.start();
    assertThat(town.awaitReason("one", "StorageOperationFailed")).contains("does not exist");
    town.awaitProblem("missing");
    assertReady();

    minio.createBucket("nowhere");
    town.awaitReason("one", "Synced");
    town.awaitNoProblem();
  }

  @Test
  void credentialsThatAreRefusedAreToldWithoutThem() {
    town = town("artifacts", "wrong-" + SECRET);
    town.write("a.yaml", snippet("one", "[1]"));
    town.start();
    assertThat(town.awaitReason("one", "StorageOperationFailed"))
        .contains("refuses the secret key")
        .doesNotContain(SECRET);
    assertThat(town.service().log()).doesNotContain(SECRET);
    town.awaitProblem("denied");
    assertReady();

    town.stop();
    town = town("artifacts", SECRET);
    town.start();
    town.awaitReason("one", "Synced");
    town.awaitNoProblem();
  }
}
