// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.operator.kube.Ask.MAP;
import static wtf.metio.jaas.operator.kube.Ask.json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.testservers.cluster.Awaiting;

/** What goes over the wire, as something sees it that is no API server. */
@Timeout(120)
class WireTest {

  private static final ResourceName NAME = new ResourceName("team", "colours");
  private static final int AT_ONCE = 2;

  @TempDir private Path folder;

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final CountDownLatch hold = new CountDownLatch(1);
  private volatile Answerer answerer = exchange -> answer(exchange, 200, "{}");
  private HttpServer server;
  private KubeConnection connection;

  @FunctionalInterface
  private interface Answerer {

    void answer(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    Files.writeString(folder.resolve("token"), "first");
    connection = connect(Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    hold.countDown();
    connection.close();
    server.stop(0);
  }

  private KubeConnection connect(Duration patience) throws IOException {
    var config =
        Files.writeString(
            folder.resolve("config"),
            """
            clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%s/behind/'}}]
            users: [{name: u, user: {tokenFile: %s}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """
                .formatted(
                    Integer.toString(server.getAddress().getPort()), folder.resolve("token")));
    var options = new KubeOptions(config.toString(), "jaas/1.2.3", patience, patience, AT_ONCE);
    return KubeConnection.open(options, request -> seen.add("told " + request.resource()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    seen.add(
        exchange.getRequestMethod()
            + ' '
            + exchange.getRequestURI()
            + ' '
            + exchange.getRequestHeaders().getFirst("Authorization")
            + ' '
            + exchange.getRequestHeaders().getFirst("Content-Type")
            + ' '
            + exchange.getRequestHeaders().getFirst("User-Agent"));
    exchange.getRequestBody().readAllBytes();
    answerer.answer(exchange);
  }

  private void answer(HttpExchange exchange, int code, String text) throws IOException {
    inFlight.decrementAndGet();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private Reply get() {
    return connection.api().get(MAP, NAME);
  }

  @Test
  void aServerMayBeBehindAPath() {
    assertThat(get()).isInstanceOf(Reply.Done.class);
    assertThat(seen)
        .containsExactly(
            "GET /behind/api/v1/namespaces/team/configmaps/colours Bearer first null jaas/1.2.3",
            "told configmaps");
  }

  @Test
  void writesNameTheirManagerAndTheirForm() {
    var api = connection.as("tenant");
    api.patch(MAP, NAME, Patch.applyStatus(json("{}")));
    api.patch(MAP, NAME, Patch.merge(json("{}")));
    assertThat(seen)
        .contains(
            "PATCH /behind/api/v1/namespaces/team/configmaps/colours/status"
                + "?fieldManager=jaas-operator&force=true"
                + " Bearer tenant application/apply-patch+yaml jaas/1.2.3",
            "PATCH /behind/api/v1/namespaces/team/configmaps/colours?fieldManager=jaas-operator"
                + " Bearer tenant application/merge-patch+json jaas/1.2.3");
  }

  @Test
  void aTokenThatIsRefusedIsReadAgainAndTheRequestMadeOnceMore() throws IOException {
    Files.writeString(folder.resolve("token"), "second");
    answerer =
        exchange -> {
          var shown = exchange.getRequestHeaders().getFirst("Authorization");
          answer(exchange, shown.endsWith("second") ? 200 : 401, "{}");
        };
    assertThat(get()).isInstanceOf(Reply.Done.class);
    assertThat(seen).filteredOn(line -> line.startsWith("GET")).hasSize(2);
  }

  @Test
  void aRefusalThatStaysIsToldOnce() {
    answerer = exchange -> answer(exchange, 401, "");
    assertThat(get()).isEqualTo(new Reply.Refused(401, "", "HTTP 401"));
    assertThat(seen).filteredOn(line -> line.startsWith("GET")).hasSize(1);
  }

  @Test
  void anAnswerOfSomebodyElseIsNone() {
    answerer = exchange -> answer(exchange, 200, "<html>Sign in</html>");
    assertThat(get())
        .isEqualTo(new Reply.Unanswered("What was answered is not from an API server."));
    answerer = exchange -> answer(exchange, 502, "<html>Bad gateway</html>");
    assertThat(get()).isEqualTo(new Reply.Refused(502, "", "HTTP 502"));
  }

  @Test
  void noTokenFollowsARedirection() {
    answerer =
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          answer(exchange, 307, "");
        };
    assertThat(get()).isEqualTo(new Reply.Refused(307, "", "HTTP 307"));
    assertThat(seen).filteredOn(line -> line.startsWith("GET")).hasSize(1);
  }

  @Test
  void anAnswerWithoutAnEndIsGivenUp() {
    answerer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            while (true) {
              body.write(new byte[65536]);
            }
          }
        };
    assertThat(get()).isEqualTo(new Reply.Unanswered("The answer of the API server is too long."));
  }

  @Test
  void aMessageIsBounded() {
    answerer = exchange -> answer(exchange, 422, "{\"message\": \"" + "x".repeat(99_999) + "\"}");
    assertThat(((Reply.Refused) get()).message()).hasSize(Answers.MOST_WORDS + 3).endsWith("x...");
  }

  @Test
  void aWriteThatBrokeIsNotMadeTwice() {
    answerer =
        exchange -> {
          inFlight.decrementAndGet();
          exchange.close();
        };
    var reply = connection.api().create(MAP, "team", json("{}"));
    assertThat(reply).isInstanceOf(Reply.Unanswered.class);
    assertThat(seen).filteredOn(line -> line.startsWith("POST")).hasSize(1);
  }

  @Test
  void onlySoManyAreInFlightAndTheLeaseNeedNotWait() throws InterruptedException {
    var done = new CountDownLatch(5);
    answerer =
        exchange -> {
          if (!exchange.getRequestURI().toString().contains("leases")) {
            hold(exchange);
          }
          answer(exchange, 200, "{}");
        };
    for (int i = 0; i < 5; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                get();
                done.countDown();
              });
    }
    Awaiting.until("both turns are taken", () -> inFlight.get() == AT_ONCE);
    var lease = connection.channel(ResourceType.LEASE, NAME, Duration.ofSeconds(30));
    assertThat(lease.read()).isInstanceOf(Reply.Done.class);
    hold.countDown();
    done.await();
    assertThat(mostInFlight.get()).isEqualTo(AT_ONCE + 1);
  }

  private void hold(HttpExchange exchange) {
    try {
      hold.await();
    } catch (InterruptedException _) {
      exchange.close();
    }
  }

  @Test
  void whoWaitsTooLongForATurnIsUnanswered() throws IOException {
    connection.close();
    connection = connect(Duration.ofMillis(500));
    answerer =
        exchange -> {
          hold(exchange);
          answer(exchange, 200, "{}");
        };
    for (int i = 0; i < AT_ONCE; i++) {
      Thread.ofVirtual().start(this::get);
    }
    Awaiting.until("both turns are taken", () -> inFlight.get() == AT_ONCE);
    assertThat(get()).isInstanceOf(Reply.Unanswered.class);
  }

  @Test
  void closingEndsWhatIsUnderWay() throws InterruptedException {
    answerer = this::hold;
    var done = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              get();
              done.countDown();
            });
    Awaiting.until("it is under way", () -> inFlight.get() == 1);
    connection.close();
    done.await();
    assertThat(inFlight.get()).isEqualTo(1);
  }
}
