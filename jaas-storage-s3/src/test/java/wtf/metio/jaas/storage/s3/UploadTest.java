// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.FencedException;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.storage.s3.FakeS3.Answer;
import wtf.metio.jaas.storage.s3.FakeS3.Request;

/** What goes over the line when an archive is stored: only what every server understands. */
class UploadTest {

  private static final ResourceName OWNER = new ResourceName("team", "dashboards");
  private static final S3Credentials KEYS = new S3Credentials.Fixed("access", "secret", null);
  private static final Archive ARCHIVE = archive();

  private static Archive archive() {
    var content = "{}\n".getBytes(StandardCharsets.UTF_8);
    return Archive.of(Revision.ofText(content), FileSet.of("rendered.json", content));
  }

  private static Answer empty(Request request) {
    return request.method().equals("PUT")
        ? Answer.FINE
        : Answer.failure(404, "NoSuchKey", "There is no such key.");
  }

  private static S3ArtifactStore store(FakeS3 server, Checksums checksums) {
    var options = server.options(KEYS, checksums);
    return new S3ArtifactStore(
        new S3ClientSetup(options).client(), options, InstantSource.system());
  }

  private static FakeS3 stored(Checksums checksums) {
    try (var server = FakeS3.answering(UploadTest::empty);
        var store = store(server, checksums)) {
      store.put(OWNER, ARCHIVE, Fence.OPEN);
      return server;
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsOneRequestOfKnownLengthWithoutPartsAndTrailers(Checksums checksums) {
    var server = stored(checksums);
    assertThat(server.requests()).extracting(Request::method).containsExactly("GET", "PUT");
    var put = server.request("PUT");
    assertThat(put.target()).isEqualTo("/bucket/" + ARCHIVE.revision().path(OWNER));
    assertThat(put.body()).isEqualTo(ARCHIVE.bytes());
    assertThat(put.header("Content-Length")).isEqualTo("" + ARCHIVE.bytes().length);
    assertThat(put.header("Content-Type")).isEqualTo("application/gzip");
    assertThat(put.headers())
        .doesNotContainKeys(
            "Content-Encoding",
            "X-amz-trailer",
            "Transfer-Encoding",
            "X-amz-decoded-content-length");
    assertThat(put.header("X-amz-content-sha256")).isEqualTo(ARCHIVE.digest().hex());
    assertThat(put.header("If-None-Match")).isEqualTo("*");
  }

  @Test
  void theChecksumIsTheOneThatWasAskedFor() {
    assertThat(stored(Checksums.MD5).request("PUT").headers())
        .containsKey("Content-MD5")
        .doesNotContainKey("X-amz-checksum-crc32");
    assertThat(stored(Checksums.CRC32).request("PUT").headers())
        .containsKey("X-amz-checksum-crc32")
        .doesNotContainKey("Content-MD5");
    assertThat(stored(Checksums.NONE).request("PUT").headers())
        .doesNotContainKeys("Content-MD5", "X-amz-checksum-crc32");
  }

  private static Function<Request, Answer> withoutConditions() {
    return request ->
        request.method().equals("PUT") && request.headers().containsKey("If-None-Match")
            ? Answer.failure(501, "NotImplemented", "What is If-None-Match?")
            : empty(request);
  }

  @Test
  void aServerWithoutConditionsIsAskedWithoutThemFromThenOn() {
    try (var server = FakeS3.answering(withoutConditions());
        var store = store(server, Checksums.MD5)) {
      store.put(OWNER, ARCHIVE, Fence.OPEN);
      store.put(new ResourceName("team", "alerts"), ARCHIVE, Fence.OPEN);
      assertThat(server.requests())
          .filteredOn(request -> request.method().equals("PUT"))
          .extracting(request -> request.header("If-None-Match"))
          .containsExactly("*", null, null);
    }
  }

  @Test
  void theFenceIsAskedAgainBeforeARequestIsRepeated() {
    var asked = new AtomicInteger();
    Fence closesAfterTheFirstRequest = () -> asked.incrementAndGet() <= 2;
    try (var server =
            FakeS3.answering(
                request ->
                    request.method().equals("PUT")
                        ? Answer.failure(503, "SlowDown", "Not now.")
                        : empty(request));
        var store = store(server, Checksums.MD5)) {
      assertThatThrownBy(() -> store.put(OWNER, ARCHIVE, closesAfterTheFirstRequest))
          .isInstanceOf(FencedException.class);
      assertThat(server.requests()).extracting(Request::method).containsExactly("GET", "PUT");
    }
  }

  @Test
  void whoeverAlwaysLosesGivesUp() {
    try (var server =
            FakeS3.answering(
                request ->
                    request.method().equals("PUT")
                        ? Answer.failure(412, "PreconditionFailed", "Too late.")
                        : empty(request));
        var store = store(server, Checksums.MD5)) {
      assertThatThrownBy(() -> store.put(OWNER, ARCHIVE, Fence.OPEN))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("somebody else");
    }
  }

  @Test
  void noTimeoutIsNoTimeout() {
    try (var server = FakeS3.answering(UploadTest::empty)) {
      var patient = server.options(KEYS, Checksums.MD5);
      var options =
          new S3Options(
              patient.endpoint(),
              false,
              "",
              FakeS3.BUCKET,
              "",
              PathStyle.AUTO,
              Checksums.MD5,
              Duration.ZERO,
              KEYS);
      try (var store =
          new S3ArtifactStore(
              new S3ClientSetup(options).client(), options, InstantSource.system())) {
        assertThat(store.put(OWNER, ARCHIVE, Fence.OPEN).digest()).isEqualTo(ARCHIVE.digest());
      }
    }
  }
}
