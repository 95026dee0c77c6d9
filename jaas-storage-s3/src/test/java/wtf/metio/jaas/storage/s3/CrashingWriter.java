// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.testservers.MinioServer;

/** A process that stores archives without pause and says so, until it is killed. */
final class CrashingWriter {

  static final ResourceName OWNER = new ResourceName("team", "dashboards");

  private CrashingWriter() {}

  /** Arguments: the endpoint, the bucket, a number for what is stored. */
  public static void main(String[] arguments) {
    var options =
        new S3Options(
            arguments[0],
            false,
            "",
            arguments[1],
            "some/prefix",
            PathStyle.AUTO,
            Checksums.MD5,
            Duration.ofSeconds(10),
            new S3Credentials.Fixed(MinioServer.ACCESS_KEY, MinioServer.SECRET_KEY, null));
    var random = new Random(Long.parseLong(arguments[2]));
    try (var store =
        new S3ArtifactStore(new S3ClientSetup(options).client(), options, InstantSource.system())) {
      while (true) {
        var noise = new byte[random.nextInt(300_000)];
        random.nextBytes(noise);
        var archive = Archive.of(Revision.ofText(noise), FileSet.of("noise", noise));
        var stored = store.put(OWNER, archive, Fence.OPEN);
        System.out.println(stored.revision() + " " + stored.digest() + " stored");
        System.out.flush();
      }
    }
  }
}
