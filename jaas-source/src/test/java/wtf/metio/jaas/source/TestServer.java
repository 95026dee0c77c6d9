// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers what a test tells it to. */
public final class TestServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
  private final List<Seen> requests = new CopyOnWriteArrayList<>();

  /** A request that came in. */
  public record Seen(String method, String uri, Map<String, List<String>> headers) {}

  public TestServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(executor);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** An address on this server, by number. */
  public String url(String path) {
    return url("127.0.0.1", path);
  }

  /** An address on this server, by a name that the test resolves. */
  public String url(String host, String path) {
    return "http://" + host + ':' + port() + path;
  }

  public TestServer on(String path, HttpHandler handler) {
    answers.put(path, handler);
    return this;
  }

  public TestServer serve(String path, byte[] body) {
    return on(path, exchange -> reply(exchange, 200, body));
  }

  public TestServer status(String path, int status) {
    return on(path, exchange -> reply(exchange, status, "no".getBytes()));
  }

  public TestServer redirect(String path, int status, String location) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          reply(exchange, status, new byte[0]);
        });
  }

  public static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  public List<Seen> requests() {
    return requests;
  }

  public long requests(String path) {
    return requests.stream().filter(request -> request.uri().equals(path)).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    requests.add(
        new Seen(
            exchange.getRequestMethod(), uri.toString(), Map.copyOf(exchange.getRequestHeaders())));
    var handler = answers.get(uri.getPath());
    if (handler == null) {
      reply(exchange, 404, "none".getBytes());
    } else {
      handler.handle(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
