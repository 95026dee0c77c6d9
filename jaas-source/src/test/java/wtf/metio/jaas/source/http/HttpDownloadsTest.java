// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.source.TestServer;
import wtf.metio.jaas.source.urlguard.Cidr;
import wtf.metio.jaas.source.urlguard.UrlGuard;

class HttpDownloadsTest {

  private static final byte[] BODY = "the file".getBytes(StandardCharsets.UTF_8);
  private static final HttpSettings SETTINGS =
      new HttpSettings(Duration.ofSeconds(20), Duration.ofSeconds(5), 10, 1 << 20);

  private final TestServer server = new TestServer();
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private HttpDownloads downloads = downloads(SETTINGS, "127.0.0.1/32");

  @AfterEach
  void stop() {
    downloads.close();
    server.close();
  }

  @Test
  void aFileIsReceivedAndHashed() {
    server.serve("/x", BODY);

    assertThat(get(server.url("/x")))
        .isEqualTo(new Download.Complete(Digest.of(BODY), BODY.length));
    assertThat(target.toByteArray()).isEqualTo(BODY);
  }

  @Test
  void aRequestCarriesNothingThatTellsWhoAsks() {
    server.serve("/x", BODY);
    get(server.url("/x?y=z"));

    var request = server.requests().getFirst();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.uri()).isEqualTo("/x?y=z");
    assertThat(request.headers())
        .containsOnlyKeys("Host", "User-agent", "Accept-encoding", "Connection")
        .containsEntry("User-agent", List.of("jaas"))
        .containsEntry("Accept-encoding", List.of("identity"));
  }

  @Test
  void aProxyOfTheEnvironmentIsNotAsked() {
    var before = ProxySelector.getDefault();
    var asked = new AtomicInteger();
    server.serve("/x", BODY);
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.incrementAndGet();
            return List.of(
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("none", 1)));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    try {
      assertThat(get(server.url("/x"))).isInstanceOf(Download.Complete.class);
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatIsEncodedOnTheWayIsKeptAsItComes() {
    server.on(
        "/x",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          TestServer.reply(exchange, 200, BODY);
        });

    assertThat(get(server.url("/x"))).isInstanceOf(Download.Complete.class);
    assertThat(target.toByteArray()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED",
    "401, REJECTED",
    "403, REJECTED",
    "404, REJECTED",
    "410, REJECTED",
    "451, REJECTED",
    "408, SERVER",
    "429, SERVER",
    "500, SERVER",
    "502, SERVER",
    "503, SERVER",
    "504, SERVER",
    "204, SERVER",
    "206, SERVER",
    "304, SERVER",
    "302, SERVER"
  })
  void onlyAnAnswerOf200BringsAFile(int status, DownloadProblem problem) {
    server.status("/x", status);

    assertFailed(get(server.url("/x")), problem, "the server answered " + status);
    assertThat(target.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowed(int status) {
    server.redirect("/a", status, "/b?c").serve("/b", BODY);

    assertThat(get(server.url("/a"))).isInstanceOf(Download.Complete.class);
  }

  @Test
  void tenRedirectsAreFollowedAndNoMore() {
    for (int hop = 0; hop < 12; hop++) {
      server.redirect("/" + hop, 302, "/" + (hop + 1));
    }
    server.serve("/10", BODY);
    assertThat(get(server.url("/0"))).isInstanceOf(Download.Complete.class);

    server.redirect("/10", 302, "/11").serve("/11", BODY);
    assertFailed(get(server.url("/0")), DownloadProblem.SERVER, "more than 10 redirects");
    assertThat(server.requests("/11")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.2/x, a loopback address",
    "http://169.254.169.254/latest, metadata service",
    "http://[::1]/x, a loopback address",
    "file:///etc/passwd, not one of http or https",
    "http://0x7f.2/x, a loopback address",
    "http://u:p@127.0.0.1/x, user name or a password",
  })
  void aRedirectIntoTheInsideIsNotFollowed(String location, String reason) {
    server.redirect("/a", 302, "/b").redirect("/b", 302, location);

    assertFailed(get(server.url("/a")), DownloadProblem.FORBIDDEN, "a redirect leads on: ");
    assertFailed(get(server.url("/a")), DownloadProblem.FORBIDDEN, reason);
  }

  @Test
  void nothingIsAskedOfAForbiddenAddress() {
    closeAnd(SETTINGS, "10.0.0.0/8");
    server.serve("/x", BODY);

    assertFailed(get(server.url("/x")), DownloadProblem.FORBIDDEN, "a loopback address");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.2", "169.254.169.254", "::1", "0.0.0.0", "fe80::1"})
  void aNameThatLeadsInsideIsNotDialled(String address) {
    names.put("inside.example", List.of(address));
    server.serve("/x", BODY);

    assertFailed(
        get(server.url("inside.example", "/x")),
        DownloadProblem.FORBIDDEN,
        "\"inside.example\" resolves to ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void oneForbiddenAddressAmongOthersIsEnough() {
    names.put("mixed.example", List.of("127.0.0.1", "169.254.169.254"));
    server.serve("/x", BODY);

    assertFailed(
        get(server.url("mixed.example", "/x")), DownloadProblem.FORBIDDEN, "metadata service");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aNameIsResolvedOncePerConnectionAndTheAnswerIsWhatIsDialled() {
    var asked = new AtomicInteger();
    closeAnd(
        SETTINGS,
        "127.0.0.1/32",
        host ->
            List.of(
                InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")));
    server.serve("/x", BODY);

    assertThat(get(server.url("flip.example", "/x"))).isInstanceOf(Download.Complete.class);
    assertThat(asked).hasValue(1);
    assertFailed(
        get(server.url("flip.example", "/x")), DownloadProblem.FORBIDDEN, "a loopback address");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRedirectToANameThatLeadsInsideIsNotFollowed() {
    names.put("inside.example", List.of("169.254.169.254"));
    server.redirect("/x", 302, server.url("inside.example", "/latest"));

    assertFailed(get(server.url("/x")), DownloadProblem.FORBIDDEN, "metadata service");
  }

  @Test
  void theNameIsSentAsItWasWritten() {
    names.put("sources.example", List.of("127.0.0.1"));
    server.serve("/x", BODY);
    get(server.url("SOURCES.example.", "/x"));

    assertThat(server.requests().getFirst().headers())
        .containsEntry("Host", List.of("sources.example:" + server.port()));
  }

  @Test
  void theNextAddressIsTriedIfTheFirstDoesNotAnswer() {
    closeAnd(SETTINGS, "127.0.0.0/8");
    names.put("two.example", List.of("127.0.0.3", "127.0.0.1"));
    server.serve("/x", BODY);

    assertThat(get(server.url("two.example", "/x"))).isInstanceOf(Download.Complete.class);
  }

  @Test
  void aNameThatNobodyKnowsIsAFailureOfTheNetwork() {
    assertFailed(
        get("http://nowhere.example/x"),
        DownloadProblem.NETWORK,
        "there is no host \"nowhere.example\"");
  }

  @Test
  void aPortThatNobodyListensOnIsAFailureOfTheNetwork() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertFailed(get("http://127.0.0.1:" + port + "/x"), DownloadProblem.NETWORK, "refused");
  }

  @Test
  void anAnnouncedSizeThatIsTooLargeIsNotWaitedFor() {
    server.on(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, (1 << 20) + 1);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
        });

    assertFailed(
        get(server.url("/x")), DownloadProblem.TOO_LARGE, "the file is larger than 1048576 bytes");
  }

  @Test
  void anEndlessBodyEndsAtTheBound() {
    server.on(
        "/x",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[8192]);
            }
          }
        });

    assertFailed(
        get(server.url("/x")), DownloadProblem.TOO_LARGE, "the file is larger than 1048576 bytes");
    assertThat(target.size()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aBodyOfExactlyTheBoundIsTaken() {
    server.serve("/x", new byte[1 << 20]);

    assertThat(get(server.url("/x"))).isInstanceOf(Download.Complete.class);
  }

  @Test
  void aTruncatedBodyIsAFailureOfTheNetwork() throws IOException {
    try (var raw = raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")) {
      assertThat(get(url(raw)))
          .isInstanceOfSatisfying(
              Download.Failed.class,
              failed -> {
                assertThat(failed.problem()).isEqualTo(DownloadProblem.NETWORK);
                assertThat(failed.bytes()).isEqualTo(5);
              });
    }
  }

  @Test
  void aTruncatedChunkIsAFailureOfTheNetwork() throws IOException {
    try (var raw = raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nshort")) {
      assertFailed(get(url(raw)), DownloadProblem.NETWORK, "");
    }
  }

  @Test
  void whatIsNoHttpIsAFailureOfTheNetwork() throws IOException {
    try (var raw = raw("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n")) {
      assertFailed(get(url(raw)), DownloadProblem.NETWORK, "");
    }
  }

  @Test
  void anHttpsAddressIsSpokenToInTlsByItsName() throws IOException {
    names.put("secure.example", List.of("127.0.0.1"));
    var greeting = new CompletableFuture<String>();
    try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var socket = listener.accept()) {
                  var bytes = new byte[4096];
                  int read = socket.getInputStream().read(bytes);
                  greeting.complete(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                  greeting.completeExceptionally(e);
                }
              });

      var url = "https://secure.example:" + listener.getLocalPort() + "/x";
      assertFailed(get(url), DownloadProblem.NETWORK, "");
    }
    assertThat(greeting.join()).startsWith("\u0016\u0003").contains("secure.example");
  }

  @Test
  void headersWithoutEndAreNotRead() throws IOException {
    try (var raw = raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20))) {
      assertFailed(get(url(raw)), DownloadProblem.NETWORK, "");
    }
    try (var raw = raw("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(10_000))) {
      assertFailed(get(url(raw)), DownloadProblem.NETWORK, "");
    }
  }

  @Test
  void aServerThatNeverAnswersIsLeftWhenTheTimeIsUp() throws IOException {
    closeAnd(new HttpSettings(Duration.ofMillis(300), Duration.ofSeconds(5), 10, 100), "127.0.0.1");
    try (var raw = raw("")) {
      assertFailed(get(url(raw)), DownloadProblem.TIMEOUT, "it took longer than");
    }
  }

  @Test
  void aBodyThatDripsIsLeftWhenTheTimeIsUp() {
    closeAnd(
        new HttpSettings(Duration.ofMillis(500), Duration.ofSeconds(5), 10, 1 << 20), "127.0.0.1");
    var left = new CountDownLatch(1);
    server.on("/x", exchange -> drip(exchange, left));

    assertFailed(get(server.url("/x")), DownloadProblem.TIMEOUT, "it took longer than");
    left.countDown();
  }

  @Test
  void aDownloadThatNobodyWantsAnyMoreEndsAtOnce() {
    var left = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    server.on(
        "/x",
        exchange -> {
          begun.countDown();
          drip(exchange, left);
        });
    var cancellation = new CancellationSwitch();

    var download =
        CompletableFuture.supplyAsync(
            () -> downloads.download(server.url("/x"), target, cancellation));
    assertThat(await(begun)).isTrue();
    cancellation.cancel();

    assertFailed(download.orTimeout(15, TimeUnit.SECONDS).join(), DownloadProblem.CANCELLED, "");
    left.countDown();
  }

  @Test
  void aDownloadThatWasCancelledBeforeAsksNobody() {
    server.serve("/x", BODY);
    var cancellation = new CancellationSwitch();
    cancellation.cancel();

    assertFailed(
        downloads.download(server.url("/x"), target, cancellation), DownloadProblem.CANCELLED, "");
    assertThat(server.requests()).isEmpty();
  }

  private static void drip(HttpExchange exchange, CountDownLatch left) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      while (!await(left, 20)) {
        body.write('.');
        body.flush();
      }
    }
  }

  private static boolean await(CountDownLatch latch) {
    return await(latch, 10_000);
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }

  /** A server that says this to whoever comes and then, if it said anything, hangs up. */
  private static ServerSocket raw(String answer) throws IOException {
    var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              while (true) {
                try {
                  var socket = listener.accept();
                  socket.getInputStream().read(new byte[4096]);
                  socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                  if (!answer.isEmpty()) {
                    socket.close();
                  }
                } catch (IOException _) {
                  if (listener.isClosed()) {
                    return;
                  }
                }
              }
            });
    return listener;
  }

  private static String url(ServerSocket listener) {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/x";
  }

  private Download get(String url) {
    target.reset();
    return downloads.download(url, target, Cancellation.NEVER);
  }

  private void closeAnd(HttpSettings settings, String allowed) {
    downloads.close();
    downloads = downloads(settings, allowed);
  }

  private void closeAnd(HttpSettings settings, String allowed, Names resolver) {
    downloads.close();
    downloads =
        new HttpDownloads(
            settings, new UrlGuard(List.of(Cidr.of(allowed).orElseThrow())), resolver);
  }

  private HttpDownloads downloads(HttpSettings settings, String allowed) {
    return new HttpDownloads(
        settings, new UrlGuard(List.of(Cidr.of(allowed).orElseThrow())), this::resolve);
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    if (Character.isDigit(host.charAt(0))) {
      return List.of(InetAddress.ofLiteral(host));
    }
    var known = names.get(host);
    if (known == null) {
      throw new UnknownHostException(host);
    }
    return known.stream().map(InetAddress::ofLiteral).toList();
  }

  private static void assertFailed(Download download, DownloadProblem problem, String words) {
    assertThat(download)
        .isInstanceOfSatisfying(
            Download.Failed.class,
            failed -> {
              assertThat(failed.problem()).as(failed.message()).isEqualTo(problem);
              assertThat(failed.message()).contains(words);
            });
  }
}
