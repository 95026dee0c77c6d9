// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.testservers.MinioServer;

/** Publishing as a process, on disks that are full or read-only for a while, and in a bucket. */
class PublishingProcessIT {

  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path root;
  private Path disk;
  private Path manifests;
  private List<Integer> ports;

  @BeforeEach
  void prepare() throws IOException {
    disk = Files.createDirectory(root.resolve("disk"));
    manifests = Files.createDirectory(root.resolve("manifests"));
    ports = ServiceProcess.freePorts(4);
    describe("[1]");
  }

  @Test
  void aFullDiskIsToldAndHealsByItself() throws Exception {
    try (var service = ServiceProcess.startOnDisk(disk, "512k", flags())) {
      awaitReason(service, "Synced");
      var before = artifact();
      var seenFromHere = Path.of("/proc/" + service.pid() + "/root" + disk);
      fill(seenFromHere.resolve("filler"));
      describe("'" + "x".repeat(20_000) + "'");
      awaitReason(service, "StorageOperationFailed");

      assertThat(get(1, "/ready").status()).isEqualTo(200);
      assertThat(get(2, before).status()).isEqualTo(200);
      await(service, () -> get(3, "/metrics").text().contains("{problem=\"full\"} 1"));

      Files.delete(seenFromHere.resolve("filler"));
      awaitReason(service, "Synced");
      assertThat(artifact()).isNotEqualTo(before);
      assertThat(get(2, artifact()).status()).isEqualTo(200);
      await(service, () -> get(3, "/metrics").text().contains("{problem=\"full\"} 0"));
    }
  }

  @Test
  void aDiskThatCanOnlyBeReadIsToldAndHealsByItself() throws Exception {
    var flags = flags();
    // A disk on which a file is open for writing, as the lock of the state is, is not remounted.
    flags.addAll(List.of("--state-path", root.resolve("state").toString()));
    try (var service = ServiceProcess.startOnDisk(disk, "2m", flags)) {
      awaitReason(service, "Synced");
      remount(service, "ro");
      describe("[2]");
      awaitReason(service, "StorageOperationFailed");
      assertThat(get(2, artifact()).status()).isEqualTo(200);

      remount(service, "rw");
      awaitReason(service, "Synced");
    }
  }

  @Test
  void aBucketThatIsAwayForAWhileIsToldAndHealsByItself() throws Exception {
    try (var minio = MinioServer.start()) {
      minio.createBucket("artifacts");
      try (var service = ServiceProcess.start(bucket(minio).toArray(String[]::new))) {
        awaitReason(service, "Synced");
        var before = artifact();
        assertThat(get(2, before).status()).isEqualTo(200);
        minio.stop();
        describe("[2]");
        awaitReason(service, "StorageOperationFailed");

        assertThat(get(1, "/ready").status()).isEqualTo(200);
        assertThat(get(2, before).status()).isEqualTo(502);
        await(service, () -> get(3, "/metrics").text().contains("{problem=\"unreachable\"} 1"));

        minio.restart();
        awaitReason(service, "Synced");
        assertThat(artifact()).isNotEqualTo(before);
        assertThat(get(2, artifact()).status()).isEqualTo(200);
        await(service, () -> get(3, "/metrics").text().contains("{problem=\"unreachable\"} 0"));
      }
    }
  }

  private List<String> bucket(MinioServer minio) {
    var flags = general();
    flags.addAll(List.of("--storage-backend", "s3", "--s3-bucket", "artifacts"));
    flags.addAll(List.of("--s3-endpoint", minio.endpoint().getAuthority(), "--s3-use-ssl=false"));
    flags.addAll(List.of("--s3-access-key", MinioServer.ACCESS_KEY));
    flags.addAll(List.of("--s3-secret-key", MinioServer.SECRET_KEY));
    flags.addAll(List.of("--storage-read-timeout", "3s"));
    flags.addAll(List.of("--state-path", root.resolve("state").toString()));
    return flags;
  }

  @Test
  void aSecondProcessOnTheSameStorageIsRefused() throws Exception {
    try (var first = ServiceProcess.start(flags().toArray(String[]::new))) {
      awaitReason(first, "Synced");
      ports = ServiceProcess.freePorts(4);
      try (var second = ServiceProcess.start(flags().toArray(String[]::new))) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errLines())
            .singleElement()
            .asString()
            .startsWith("jaas: another process publishes with the state in ");
      }
      assertThat(first.isAlive()).isTrue();
    }
  }

  @Test
  void aProcessThatIsKilledLeavesTheStateToTheNextOneAndOneThatIsAskedToEndEndsWell()
      throws Exception {
    try (var first = ServiceProcess.start(flags().toArray(String[]::new))) {
      awaitReason(first, "Synced");
      first.signal("KILL");
    }
    try (var second = ServiceProcess.start(flags().toArray(String[]::new))) {
      awaitReason(second, "Synced");
      assertThat(get(2, artifact()).status()).isEqualTo(200);
      second.signal("TERM");
      assertThat(second.exitCode()).isZero();
    }
  }

  @Test
  void aFileInThePlaceOfTheStoreIsToldInOneLine() throws Exception {
    Files.writeString(disk.resolve("store"), "");
    try (var service = ServiceProcess.start(flags().toArray(String[]::new))) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.errLines())
          .containsExactly("jaas: there is a file where the folder of the store should be");
      assertThat(service.out()).doesNotContain("springframework", "Exception");
    }
  }

  @Test
  void whatIsMissingAmongTheFlagsIsSaid() throws Exception {
    try (var service = ServiceProcess.start("--manifest-directory", manifests.toString())) {
      assertThat(service.exitCode()).isEqualTo(2);
      assertThat(service.errLines())
          .containsExactly(
              "jaas: Invalid --storage-base-url: required when --manifest-directory is set",
              "jaas: Invalid --storage-path: required when --storage-backend=local");
    }
  }

  private List<String> flags() {
    var flags = general();
    flags.addAll(List.of("--storage-path", disk.resolve("store").toString()));
    return flags;
  }

  private List<String> general() {
    var names = List.of("--port", "--management-port", "--storage-port");
    var flags = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      flags.addAll(List.of(names.get(i), ports.get(i).toString()));
    }
    flags.addAll(List.of("--metrics-bind-address", "127.0.0.1:" + ports.get(3)));
    flags.addAll(List.of("--manifest-directory", manifests.toString()));
    flags.addAll(List.of("--storage-base-url", "http://jaas.example"));
    flags.addAll(List.of("--storage-listen-address", "127.0.0.1"));
    flags.addAll(List.of("--warm-up", "0", "--shutdown-delay", "0"));
    return flags;
  }

  private void describe(String program) throws IOException {
    var beside = manifests.resolve(".a.yaml");
    Files.writeString(
        beside,
        "apiVersion: jaas.metio.wtf/v1\nkind: JsonnetSnippet\nmetadata:\n  name: one\n"
            + "spec:\n  files:\n    main.jsonnet: |\n      "
            + program
            + "\n");
    Files.move(beside, manifests.resolve("a.yaml"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void fill(Path filler) throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      var block = new byte[4096];
      for (int i = 0; i < 100_000; i++) {
        out.write(block);
      }
      throw new AssertionError("the disk has no end");
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private void remount(ServiceProcess service, String mode) {
    var command =
        List.of(
            "nsenter",
            "-t",
            Long.toString(service.pid()),
            "-m",
            "mount",
            "-o",
            "remount," + mode,
            disk.toString());
    // As long as a file is open for writing the disk is busy.
    await(service, () -> succeeds(command));
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String status() {
    var answer = get(1, "/status/default/one");
    return answer.status() == 200 ? answer.text() : "";
  }

  private String artifact() {
    var url = Pattern.compile("\"artifactURL\": \"http://jaas.example(.*?)\"").matcher(status());
    assertThat(url.find()).isTrue();
    return url.group(1);
  }

  private void awaitReason(ServiceProcess service, String reason) {
    await(service, () -> status().contains("\"reason\": \"" + reason + '"'));
  }

  private static void await(ServiceProcess service, BooleanSupplier condition) {
    RunningService.await(
        PATIENCE_SECONDS,
        () -> {
          if (!service.isAlive()) {
            throw new AssertionError(service.said());
          }
          try {
            return condition.getAsBoolean();
          } catch (UncheckedIOException _) {
            return false;
          }
        });
  }

  private RawResponse get(int port, String target) {
    return RawHttp.get(ports.get(port), target);
  }
}
