// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.testservers.MinioServer;

/** A server that is away, in each way that we know of: what is said, and that it heals. */
@Timeout(180)
class OutageIT {

  private static final ResourceName OWNER = new ResourceName("team", "dashboards");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private MinioServer minio;

  @BeforeEach
  void start() {
    minio = MinioServer.start();
  }

  @AfterEach
  void stop() {
    minio.close();
  }

  private static S3Options patient(S3Options options) {
    return new S3Options(
        options.endpoint(),
        options.tls(),
        options.region(),
        options.bucket(),
        options.prefix(),
        options.pathStyle(),
        options.checksums(),
        PATIENCE,
        options.credentials());
  }

  private static S3ArtifactStore store(S3Options options) {
    var patient = patient(options);
    return new S3ArtifactStore(
        new S3ClientSetup(patient).client(), patient, InstantSource.system());
  }

  private static Archive archive(String text) {
    var content = text.getBytes(StandardCharsets.UTF_8);
    return Archive.of(Revision.ofText(content), FileSet.of("rendered.json", content));
  }

  private static byte[] bytes(S3ArtifactStore store, Revision revision) throws IOException {
    try (var content = store.open(OWNER, revision).orElseThrow()) {
      var out = new ByteArrayOutputStream();
      content.copy(0, content.archive().size(), Channels.newChannel(out));
      return out.toByteArray();
    }
  }

  private static void assertFails(Runnable call, StoreProblem problem, String words) {
    var begin = Instant.now();
    var failure = catchThrowableOfType(StoreUnavailableException.class, call::run);
    assertThat(failure).isNotNull();
    assertThat(failure.problem()).isEqualTo(problem);
    assertThat(failure.text()).contains(words);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(PATIENCE.multipliedBy(10));
  }

  private static void assertEverythingFails(
      S3ArtifactStore store, StoreProblem problem, String words) {
    var archive = archive("[1]");
    assertFails(() -> store.put(OWNER, archive, Fence.OPEN), problem, words);
    assertFails(() -> store.find(OWNER, archive.revision()), problem, words);
    assertFails(() -> store.open(OWNER, archive.revision()), problem, words);
    assertFails(() -> store.isSound(OWNER, archive.revision()), problem, words);
    assertFails(() -> store.list(OWNER), problem, words);
    assertFails(store::owners, problem, words);
    assertFails(() -> store.removeAll(OWNER), problem, words);
    assertThat(store.probe())
        .isInstanceOfSatisfying(
            StoreHealth.Ill.class,
            ill -> {
              assertThat(ill.problem()).isEqualTo(problem);
              assertThat(ill.message()).contains(words);
            });
  }

  private void outage(Duration duration) throws IOException {
    var before = archive("[0]");
    try (var store = store(SharedMinio.newBucket(minio))) {
      store.put(OWNER, before, Fence.OPEN);
      minio.stop();
      assertEverythingFails(store, StoreProblem.UNREACHABLE, "does not answer");
      LockSupport.parkNanos(duration.toNanos());
      assertEverythingFails(store, StoreProblem.UNREACHABLE, "does not answer");
      minio.restart();
      assertThat(store.probe()).isEqualTo(new StoreHealth.Well());
      store.put(OWNER, archive("[1]"), Fence.OPEN);
      assertThat(bytes(store, before.revision())).isEqualTo(before.bytes());
      assertThat(store.list(OWNER)).hasSize(2);
    }
  }

  @Test
  void aServerThatIsStoppedIsUnreachableUntilItIsBack() throws IOException {
    outage(Duration.ZERO);
  }

  @Test
  @Tag("long")
  void aServerThatIsStoppedForAMinuteIsUnreachableUntilItIsBack() throws IOException {
    outage(Duration.ofSeconds(60));
  }

  @Test
  void aServerThatIsKilledLosesNothingThatWasStored() throws IOException {
    var archive = archive("[0]");
    try (var store = store(SharedMinio.newBucket(minio))) {
      store.put(OWNER, archive, Fence.OPEN);
      minio.kill();
      minio.restart();
      assertThat(bytes(store, archive.revision())).isEqualTo(archive.bytes());
      assertThat(store.isSound(OWNER, archive.revision())).isTrue();
    }
  }

  @Test
  void aServerThatHangsIsUnreachableUntilItGoesOn() throws IOException {
    var archive = archive("[0]");
    try (var store = store(SharedMinio.newBucket(minio))) {
      store.put(OWNER, archive, Fence.OPEN);
      minio.freeze();
      assertFails(
          () -> store.put(OWNER, archive("[1]"), Fence.OPEN),
          StoreProblem.UNREACHABLE,
          "does not answer");
      assertFails(() -> store.list(OWNER), StoreProblem.UNREACHABLE, "does not answer");
      minio.thaw();
      assertThat(bytes(store, archive.revision())).isEqualTo(archive.bytes());
    }
  }

  @Test
  void aServerThatAcceptsAndNeverAnswersIsUnreachable() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var options = SharedMinio.options(minio, "bucket");
      var elsewhere =
          new S3Options(
              "127.0.0.1:" + silent.getLocalPort(),
              false,
              "",
              "bucket",
              "",
              options.pathStyle(),
              options.checksums(),
              PATIENCE,
              options.credentials());
      try (var store = store(elsewhere)) {
        var archive = archive("[1]");
        assertFails(
            () -> store.put(OWNER, archive, Fence.OPEN),
            StoreProblem.UNREACHABLE,
            "does not answer");
        assertFails(
            () -> store.open(OWNER, archive.revision()),
            StoreProblem.UNREACHABLE,
            "does not answer");
        assertThat(store.probe()).isInstanceOf(StoreHealth.Ill.class);
      }
    }
  }

  @Test
  void aMissingBucketIsMissingUntilSomebodyMakesIt() {
    try (var store = store(SharedMinio.options(minio, "nowhere"))) {
      assertEverythingFails(store, StoreProblem.MISSING, "\"nowhere\" does not exist");
      minio.createBucket("nowhere");
      store.put(OWNER, archive("[1]"), Fence.OPEN);
      assertThat(store.owners()).containsExactly(OWNER);
    }
  }

  @Test
  void wrongCredentialsAreDenied() {
    var right = SharedMinio.newBucket(minio);
    try (var store =
        store(with(right, new S3Credentials.Fixed(MinioServer.ACCESS_KEY, "wrong", null)))) {
      assertFails(() -> store.list(OWNER), StoreProblem.DENIED, "refuses the secret key");
      assertFails(
          () -> store.put(OWNER, archive("[1]"), Fence.OPEN),
          StoreProblem.DENIED,
          "refuses the secret key");
      assertFails(
          () -> store.find(OWNER, archive("[1]").revision()), StoreProblem.DENIED, "HTTP 403");
    }
    try (var store =
        store(with(right, new S3Credentials.Fixed("nobody", MinioServer.SECRET_KEY, null)))) {
      assertFails(() -> store.list(OWNER), StoreProblem.DENIED, "does not know the access key");
    }
    try (var store = store(with(right, new S3Credentials.Anonymous()))) {
      assertFails(() -> store.list(OWNER), StoreProblem.DENIED, "may not be used");
    }
  }

  private static S3Options with(S3Options options, S3Credentials credentials) {
    return new S3Options(
        options.endpoint(),
        options.tls(),
        options.region(),
        options.bucket(),
        options.prefix(),
        options.pathStyle(),
        options.checksums(),
        options.firstByte(),
        credentials);
  }

  @Test
  void aServerWhoseNameNobodyKnowsIsUnreachable() {
    var options =
        new S3Options(
            "s3.invalid",
            false,
            "",
            "bucket",
            "",
            PathStyle.AUTO,
            Checksums.MD5,
            PATIENCE,
            new S3Credentials.Anonymous());
    try (var store = store(options)) {
      assertFails(() -> store.list(OWNER), StoreProblem.UNREACHABLE, "server");
    }
  }
}
