// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kubernetes.client.openapi.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Over HTTP/1.1, where no ping notices anything. */
class HttpObjectServerTest {

  private static final Selection BUCKETS = Selection.of(ResourceType.source("Bucket"));

  private static final FeedOptions OPTIONS =
      new FeedOptions(
          500,
          Duration.ofSeconds(1),
          Duration.ofMillis(200),
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofMillis(1));

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server;

  HttpObjectServerTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  /** A server that answers this and, if it hangs, then neither ends nor says more. */
  private ObjectServer answering(int code, String body, boolean hangs) {
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(code, 0);
          exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          try {
            if (hangs) {
              over.await();
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    var client = new ApiClient();
    client.setBasePath("http://localhost:" + server.getAddress().getPort());
    return new HttpObjectServer(client, OPTIONS);
  }

  @Test
  void aWatchThatFallsSilentEnds() throws IOException {
    var event =
        """
        {"type": "BOOKMARK", "object": {"metadata": {"resourceVersion": "12"}}}
        """;
    try (var changes = answering(200, event, true).watch(BUCKETS, "7")) {
      assertThat(changes.next()).contains(new Change.Bookmark("12"));
      assertThatThrownBy(changes::next).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(asked)
        .containsExactly(
            "/apis/source.toolkit.fluxcd.io/v1/buckets?watch=true&resourceVersion=7"
                + "&allowWatchBookmarks=true&timeoutSeconds=1");
  }

  @Test
  void aWatchThatTellsNothingEndsInGoodOrder() throws IOException {
    try (var changes = answering(200, "", false).watch(BUCKETS, "7")) {
      assertThat(changes.next()).isEmpty();
    }
  }

  @Test
  void anEventThatNobodyKnowsYetIsPassedOver() throws IOException {
    var events =
        """
        {"type": "SOMETHING", "object": {"metadata": {}}}
        {"type": "ERROR", "object": {"kind": "Status", "code": 410, "message": "too old"}}
        """;
    try (var changes = answering(200, events, false).watch(BUCKETS, "7")) {
      assertThat(changes.next()).contains(new Change.Refusal(410, "too old"));
      assertThat(changes.next()).isEmpty();
    }
  }

  @Test
  void aRefusalSaysWhatTheServerSaid() {
    var refusing = answering(403, "{\"kind\": \"Status\", \"message\": \"no, said it\"}", false);

    assertThatThrownBy(() -> refusing.watch(BUCKETS, "7"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("403")
        .hasMessageContaining("no, said it");
  }

  @Test
  void whatIsNoListIsAFailureOfTheServer() {
    var strange = answering(200, "[1, 2, 3]", false);

    assertThatThrownBy(() -> strange.list(BUCKETS, new ObjectServer.PageRequest(1, ""), _ -> {}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aPageIsReadWhateverTheOrderOfItsParts() throws IOException {
    List<String> names = new ArrayList<>();
    var page =
        answering(
                200,
                """
                {"items": [{"metadata": {"namespace": "a", "name": "b"}}], "kind": "BucketList",
                 "metadata": {"continue": "more", "resourceVersion": "12"}}
                """,
                false)
            .list(
                BUCKETS.in("a").labelled("team=a"),
                new ObjectServer.PageRequest(5, "from here"),
                object -> names.add(object.name().name()));

    assertThat(page).isEqualTo(new ObjectServer.Page("12", "more"));
    assertThat(names).containsExactly("b");
    assertThat(asked.getFirst())
        .startsWith("/apis/source.toolkit.fluxcd.io/v1/namespaces/a/buckets?")
        .contains("labelSelector=team", "limit=5", "continue=from");
  }
}
