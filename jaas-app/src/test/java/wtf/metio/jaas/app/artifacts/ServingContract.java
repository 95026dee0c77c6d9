// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.artifacts.EndedDownload.Outcome;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;

/** What clients find on the storage port, whatever the store is. */
abstract class ServingContract {

  private static final ResourceName OWNER = new ResourceName("team", "dashboards");

  private final Archive small = noise(1000);
  private final Archive large = noise(3 << 20);
  private ServingPort port;
  private StoredArchive stored;

  /** An empty store. */
  abstract ArtifactStore store() throws Exception;

  @BeforeEach
  void start() throws Exception {
    var store = store();
    stored = store.put(OWNER, small, Fence.OPEN);
    store.put(OWNER, large, Fence.OPEN);
    port = new ServingPort(store);
  }

  @AfterEach
  void stop() throws InterruptedException {
    port.close();
  }

  private static Archive noise(int bytes) {
    var noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return Archive.of(Revision.ofText(noise), FileSet.of("noise", noise));
  }

  private static String path(Archive archive) {
    return "/" + archive.revision().path(OWNER);
  }

  private String tag() {
    return "\"" + small.digest() + "\"";
  }

  private String date() {
    return HttpDate.write(stored.stored());
  }

  @Test
  void archiveComesWithAllThatIsKnownOfIt() {
    var answer = port.ask("GET", path(small));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(small.bytes());
    assertThat(answer.header("Content-Type")).hasValue("application/gzip");
    assertThat(answer.header("Content-Length")).hasValue("" + small.bytes().length);
    assertThat(answer.header("ETag")).hasValue(tag());
    assertThat(answer.header("Last-Modified")).hasValue(date());
    assertThat(answer.header("Accept-Ranges")).hasValue("bytes");
  }

  @Test
  void largeArchiveComesWhole() {
    var answer = port.ask("GET", path(large));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(large.bytes());
    RunningService.await(() -> !port.ended.isEmpty());
    assertThat(port.ended)
        .extracting(EndedDownload::bytes)
        .containsExactly((long) large.bytes().length);
  }

  @Test
  void headTellsTheSameWithoutABody() {
    for (var archive : new Archive[] {small, large}) {
      var answer = port.ask("HEAD", path(archive));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.header("Content-Length")).hasValue("" + archive.bytes().length);
      assertThat(answer.header("ETag")).hasValue("\"" + archive.digest() + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"})
  void nothingCanBeDoneButFetch(String method) {
    var answer = port.ask(method, path(small));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).hasValue("GET, HEAD");
    assertThat(answer.text()).isEqualTo("method not allowed\n");
  }

  @Test
  void revisionMayBeWrittenWithAColonOrAsDigitsAlone() {
    var digits = small.revision().text().substring("sha256:".length());
    for (var name : new String[] {"sha256:" + digits, "sha256%3A" + digits, digits}) {
      var answer = port.ask("GET", "/team/dashboards/" + name + ".tar.gz");
      assertThat(answer.body()).as(name).isEqualTo(small.bytes());
    }
  }

  @Test
  void everythingElseIsNotThere() {
    var name = small.revision().fileName();
    var absent = noise(77).revision().fileName();
    Stream.of(
            "/",
            "/team",
            "/team/dashboards/",
            "/team/dashboards/" + absent,
            "/team/dashboards/" + name + ".sha256",
            "/team/dashboards/" + name + "/",
            "/team/dashboards/../dashboards/" + name,
            "/team/./dashboards/" + name,
            "/team//dashboards/" + name,
            "//team/dashboards/" + name,
            "/team/dashboards%2F" + name,
            "/team%2Fdashboards/" + name,
            "/team/dashboards/%2e%2e/dashboards/" + name,
            "/team/..%2Fteam/dashboards/" + name,
            "/team/dashboards/x/" + name,
            "/team/%00/" + name,
            "/team/%zz/" + name,
            "/other/dashboards/" + name,
            "/.tar.gz",
            "/a/b/c.tar.gz",
            "/team/dashboards/" + name.replace(".tar.gz", ".TAR.GZ"))
        .forEach(
            path -> {
              var answer = port.ask("GET", path);
              assertThat(answer.status()).as(path).isEqualTo(404);
              assertThat(answer.text()).as(path).isEqualTo("404 page not found\n");
            });
  }

  @Test
  void queryChangesNothing() {
    assertThat(port.ask("GET", path(small) + "?x=/../y").body()).isEqualTo(small.bytes());
  }

  @Test
  void clientThatHasItIsToldSo() {
    for (var line :
        new String[] {
          "If-None-Match: " + tag(),
          "If-None-Match: W/" + tag(),
          "If-None-Match: \"other\", " + tag(),
          "If-None-Match: *",
          "If-Modified-Since: " + date(),
          "If-Modified-Since: Fri, 31 Dec 2049 23:59:59 GMT"
        }) {
      var answer = port.ask("GET", path(small), line);
      assertThat(answer.status()).as(line).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.header("ETag")).hasValue(tag());
      assertThat(answer.header("Content-Type")).isEmpty();
    }
  }

  @Test
  void clientThatHasAnotherOneGetsIt() {
    for (var line :
        new String[] {
          "If-None-Match: \"other\"",
          "If-None-Match: nonsense",
          "If-None-Match: \"other\"\r\nIf-Modified-Since: " + date(),
          "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
          "If-Modified-Since: nonsense",
          "If-Match: " + tag(),
          "If-Match: *",
          "If-Unmodified-Since: " + date(),
          "If-Unmodified-Since: nonsense"
        }) {
      var answer = port.ask("GET", path(small), line);
      assertThat(answer.status()).as(line).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(small.bytes());
    }
  }

  @Test
  void clientThatExpectsAnotherOneGetsNone() {
    for (var line :
        new String[] {
          "If-Match: \"other\"",
          "If-Match: W/" + tag(),
          "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT"
        }) {
      assertThat(port.ask("GET", path(small), line).status()).as(line).isEqualTo(412);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0-0,0,1",
    "0-99,0,100",
    "100-,100,-1",
    "-10,-10,-1",
    "5-99999999,5,-1",
    "-9999999,0,-1"
  })
  void partIsSentAlone(String range, int begin, int length) {
    for (var archive : new Archive[] {small, large}) {
      var bytes = archive.bytes();
      int from = begin < 0 ? bytes.length + begin : begin;
      int to = length < 0 ? bytes.length : from + length;
      var answer = port.ask("GET", path(archive), "Range: bytes=" + range);
      var expected = Arrays.copyOfRange(bytes, from, to);
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.body()).isEqualTo(expected);
      assertThat(answer.header("Content-Range"))
          .hasValue("bytes " + from + "-" + (to - 1) + "/" + bytes.length);
      assertThat(answer.header("Content-Length")).hasValue("" + expected.length);
      assertThat(answer.header("ETag")).isPresent();
    }
  }

  @Test
  void severalPartsComeInOneAnswer() {
    for (var archive : new Archive[] {small, large}) {
      var bytes = archive.bytes();
      var answer = port.ask("GET", path(archive), "Range: bytes=0-9, 500-599,-100");
      assertThat(answer.status()).isEqualTo(206);
      var boundary = archive.digest().hex();
      assertThat(answer.header("Content-Type"))
          .hasValue("multipart/byteranges; boundary=" + boundary);
      assertThat(answer.header("Content-Length")).hasValue("" + answer.body().length);
      assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
          .isEqualTo(
              part("--", boundary, bytes, 0, 10)
                  + part("\r\n--", boundary, bytes, 500, 600)
                  + part("\r\n--", boundary, bytes, bytes.length - 100, bytes.length)
                  + "\r\n--"
                  + boundary
                  + "--\r\n");
    }
  }

  private static String part(String before, String boundary, byte[] bytes, int from, int to) {
    return before
        + boundary
        + "\r\nContent-Range: bytes "
        + from
        + "-"
        + (to - 1)
        + "/"
        + bytes.length
        + "\r\nContent-Type: application/gzip\r\n\r\n"
        + new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.ISO_8859_1);
  }

  @Test
  void severalPartsCanBeAskedForWithHead() {
    var got = port.ask("GET", path(small), "Range: bytes=0-9,20-29");
    var head = port.ask("HEAD", path(small), "Range: bytes=0-9,20-29");
    assertThat(head.status()).isEqualTo(206);
    assertThat(head.header("Content-Length")).isEqualTo(got.header("Content-Length"));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=99999999-",
        "bytes=-0",
        "bytes=x-",
        "bytes=9-3",
        "bytes=-",
        "bytes=1",
        "bytes=--5"
      })
  void partThatThereIsNotIsRefused(String range) {
    var answer = port.ask("GET", path(small), "Range: " + range);
    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).hasValue("bytes */" + small.bytes().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines=1-2", "bytes=", "bytes=,,", "bytes=0-,0-", "nonsense"})
  void rangeThatMeansNothingOrTooMuchIsLeftOut(String range) {
    var answer = port.ask("GET", path(small), "Range: " + range);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(small.bytes());
  }

  @Test
  void manyTinyPartsAreNotWorthIt() {
    var ranges = new StringBuilder("0-0");
    for (int i = 1; i < 100; i++) {
      ranges.append(',').append(2 * i).append('-').append(2 * i);
    }
    assertThat(port.ask("GET", path(small), "Range: bytes=" + ranges).status()).isEqualTo(200);
  }

  @Test
  void partOfAnotherOneIsNotSent() {
    for (var condition : new String[] {tag(), date()}) {
      assertThat(
              port.ask("GET", path(small), "Range: bytes=0-9", "If-Range: " + condition).status())
          .as(condition)
          .isEqualTo(206);
    }
    for (var condition :
        new String[] {"\"other\"", "W/" + tag(), "Thu, 01 Jan 1970 00:00:00 GMT", "nonsense"}) {
      var answer = port.ask("GET", path(small), "Range: bytes=0-9", "If-Range: " + condition);
      assertThat(answer.status()).as(condition).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(small.bytes());
    }
  }

  @Test
  void connectionIsUsedAgain() throws Exception {
    try (var socket = RawHttp.connect(port.number())) {
      var request = "GET " + path(large) + " HTTP/1.1\r\nHost: x\r\n\r\n";
      for (int i = 0; i < 3; i++) {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(RawResponseHeader.skip(socket.getInputStream())).isPositive();
        assertThat(socket.getInputStream().readNBytes(large.bytes().length))
            .isEqualTo(large.bytes());
      }
    }
  }

  @Test
  void slowClientGetsItWhole() throws Exception {
    try (var socket = RawHttp.connect(port.number())) {
      socket.setReceiveBufferSize(64 << 10);
      var request = "GET " + path(large) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(RawResponseHeader.skip(socket.getInputStream())).isPositive();
      var bytes = new byte[large.bytes().length];
      for (int at = 0; at < bytes.length; ) {
        Thread.yield();
        at += socket.getInputStream().read(bytes, at, Math.min(30_000, bytes.length - at));
      }
      assertThat(bytes).isEqualTo(large.bytes());
    }
  }

  @Test
  void clientThatTakesTooLongIsCutOff() throws Exception {
    try (var impatient = new ServingPort(store(), Duration.ofMillis(200));
        var socket = RawHttp.connect(impatient.number())) {
      var archive = noise(16 << 20);
      store().put(OWNER, archive, Fence.OPEN);
      var request = "GET " + path(archive) + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      RunningService.await(() -> !impatient.ended.isEmpty());
      assertThat(impatient.ended.element().outcome()).isEqualTo(Outcome.CLIENT_GONE);
      assertThat(impatient.ended.element().status()).isZero();
      assertThat(impatient.ended.element().elapsed()).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void manyClientsAtOnceGetTheSame() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<RawResponse> call = () -> port.ask("GET", path(large));
      for (var answer : threads.invokeAll(Collections.nCopies(16, call))) {
        assertThat(answer.get().body()).isEqualTo(large.bytes());
      }
    }
  }
}
