// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.probes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import wtf.metio.jaas.app.http.CleanPath;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.http.Handler;

/** Answers on the management port. */
public final class ManagementHandler implements Handler {

  private static final String JSON = "application/json";
  private static final String STATUS = "/status";
  private static final String HEALTH = "/actuator/health";

  private final ProbeState state;
  private final String version;
  private final HealthSource health;
  private final Handler metrics;
  private final Handler status;

  /**
   * A handler with these sources.
   *
   * @param version the document that tells the version
   * @param metrics answers requests for numbers
   * @param status answers requests for the status of snippets
   */
  public ManagementHandler(
      ProbeState state, String version, HealthSource health, Handler metrics, Handler status) {
    this.state = state;
    this.version = version;
    this.health = health;
    this.metrics = metrics;
    this.status = status;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    var clean = CleanPath.orAnswer(exchange);
    if (clean.isEmpty()) {
      return;
    }
    var path = clean.get().encoded();
    switch (path) {
      case "/start" -> probe(exchange, state.isStarted(), "not_started");
      case "/ready" -> probe(exchange, state.isReady(), "not_ready");
      case "/live" -> probe(exchange, true, "");
      case "/version" -> document(exchange, 200, version);
      case "/actuator/prometheus" -> metrics.handle(exchange);
      case HEALTH -> health(exchange, "");
      default -> {
        if (path.equals(STATUS) || path.startsWith(STATUS + "/")) {
          status.handle(exchange);
        } else if (path.startsWith(HEALTH + "/")) {
          health(exchange, path.substring(HEALTH.length() + 1));
        } else {
          notFound(exchange);
        }
      }
    }
  }

  private static void probe(Exchange exchange, boolean good, String otherwise) throws IOException {
    document(exchange, good ? 200 : 503, status(good ? "ok" : otherwise));
  }

  private void health(Exchange exchange, String group) throws IOException {
    var report = health.of(group);
    if (report.isPresent()) {
      document(exchange, report.get().up() ? 200 : 503, report.get().json());
    } else {
      notFound(exchange);
    }
  }

  private static void document(Exchange exchange, int status, String json) throws IOException {
    if (exchange.method().equals("GET")) {
      exchange.answer(status, JSON, bytes(json));
    } else {
      exchange.answer(405, JSON, Map.of("Allow", "GET"), bytes(status("method_not_allowed")));
    }
  }

  /** Answers as if there were nothing at a path. */
  public static void notFound(Exchange exchange) throws IOException {
    exchange.answerText(404, "404 page not found");
  }

  private static String status(String word) {
    return "{\"status\":\"" + word + "\"}";
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
