// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * What a Service is in a cluster: one address before all replicas, whichever live. If none answers
 * the status is 502.
 */
final class Frontage implements AutoCloseable {

  private static final int NOBODY = 502;

  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final HttpServer server;

  Frontage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::forward);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on a port is asked too, before the others. */
  void add(int port) {
    ports.addFirst(port);
  }

  /** A port is asked no more. */
  void remove(int port) {
    ports.remove(Integer.valueOf(port));
  }

  private void forward(HttpExchange exchange) throws IOException {
    for (int port : ports) {
      try {
        answer(exchange, ask(port, exchange.getRequestURI()));
        return;
      } catch (IOException _) {
        // This one is gone, or stopped.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.sendResponseHeaders(NOBODY, -1);
    exchange.close();
  }

  private HttpResponse<byte[]> ask(int port, URI target) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .timeout(Duration.ofSeconds(5))
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
