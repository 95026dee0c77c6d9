// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that says of each request what a test wants, and keeps what it was asked. */
final class FakeS3 implements AutoCloseable {

  static final String BUCKET = "bucket";

  /** A request as it came. */
  record Request(String method, String target, Headers headers, byte[] body) {

    String header(String name) {
      return headers.getFirst(name);
    }
  }

  /** An answer; the body is XML. */
  record Answer(int status, String body) {

    static final Answer FINE = new Answer(200, "");

    /** What S3 says of a failure. */
    static Answer failure(int status, String code, String message) {
      return new Answer(
          status,
          "<?xml version=\"1.0\"?><Error><Code>"
              + code
              + "</Code><Message>"
              + message
              + "</Message></Error>");
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private FakeS3(HttpServer server, Function<Request, Answer> answers) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  static FakeS3 answering(Function<Request, Answer> answers) {
    try {
      return on(HttpServer.create(anyPort(), 0), answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a server that speaks TLS, for example. */
  static FakeS3 on(HttpServer server, Function<Request, Answer> answers) {
    return new FakeS3(server, answers);
  }

  static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void answer(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
    try (exchange) {
      var request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      requests.add(request);
      var answer = answers.apply(request);
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/xml");
      exchange.getResponseHeaders().add("ETag", "\"tag\"");
      boolean none = body.length == 0 || request.method().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
      if (!none) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Request> requests() {
    return requests;
  }

  /** The first request of a method. */
  Request request(String method) {
    return requests.stream().filter(it -> it.method().equals(method)).findFirst().orElseThrow();
  }

  S3Options options(S3Credentials credentials) {
    return options(credentials, Checksums.MD5);
  }

  S3Options options(S3Credentials credentials, Checksums checksums) {
    return new S3Options(
        "127.0.0.1:" + port(),
        false,
        "",
        BUCKET,
        "",
        PathStyle.AUTO,
        checksums,
        Duration.ofSeconds(5),
        credentials);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
