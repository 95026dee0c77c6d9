// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Duration;
import java.util.UUID;
import wtf.metio.jaas.testservers.MinioServer;

/** One MinIO for all tests that do not stop it, with a bucket for each of them. */
final class SharedMinio {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Started when it is wanted first; it ends with the JVM. */
  private static final class Holder {

    static final MinioServer SERVER = MinioServer.start();
  }

  private SharedMinio() {}

  /** An empty bucket. */
  static S3Options bucket() {
    return newBucket(Holder.SERVER);
  }

  /** An empty bucket of any MinIO. */
  static S3Options newBucket(MinioServer server) {
    var bucket = "bucket-" + UUID.randomUUID();
    server.createBucket(bucket);
    return options(server, bucket);
  }

  static S3Options options(MinioServer server, String bucket) {
    return new S3Options(
        server.endpoint().getAuthority(),
        false,
        "",
        bucket,
        "some/prefix",
        PathStyle.AUTO,
        Checksums.MD5,
        PATIENCE,
        new S3Credentials.Fixed(MinioServer.ACCESS_KEY, MinioServer.SECRET_KEY, null));
  }
}
