// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.artifacts.EndedDownload.Outcome;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.http.Handler;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredContent;

/** Answers requests for archives. */
final class ArtifactHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(ArtifactHandler.class);

  private final ArtifactStore store;
  private final DownloadObserver observer;

  ArtifactHandler(ArtifactStore store, DownloadObserver observer) {
    this.store = store;
    this.observer = observer;
  }

  @Override
  public void handle(Exchange exchange) {
    long begin = System.nanoTime();
    var outcome = reply(exchange);
    boolean answered = outcome != Outcome.CLIENT_GONE;
    observer.ended(
        new EndedDownload(
            outcome,
            answered ? exchange.status() : 0,
            exchange.bodyBytes(),
            Duration.ofNanos(System.nanoTime() - begin)));
  }

  private Outcome reply(Exchange exchange) {
    try {
      return answer(exchange);
    } catch (IOException e) {
      // The client is gone or slow, which is nothing that we could do anything about.
      LOG.atInfo().addKeyValue("error", e.getMessage()).log("Cannot write response");
      exchange.hangUp();
      return Outcome.CLIENT_GONE;
    }
  }

  private Outcome answer(Exchange exchange) throws IOException {
    if (!exchange.isGet() && !exchange.isHead()) {
      exchange.answer(
          405,
          "text/plain; charset=utf-8",
          Map.of("Allow", "GET, HEAD", "X-Content-Type-Options", "nosniff"),
          "method not allowed\n".getBytes(StandardCharsets.US_ASCII));
      return Outcome.METHOD_NOT_ALLOWED;
    }
    var address = ArtifactAddress.of(exchange.rawPath());
    return address.isPresent() ? answer(exchange, address.get()) : notFound(exchange);
  }

  private Outcome answer(Exchange exchange, ArtifactAddress address) throws IOException {
    try {
      var content = open(address);
      if (content.isEmpty()) {
        return notFound(exchange);
      }
      try (var found = content.get()) {
        return new Download(exchange, found).answer();
      }
    } catch (StoreUnavailableException e) {
      warn(exchange, e);
      return unavailable(exchange, e.problem());
    }
  }

  private Optional<StoredContent> open(ArtifactAddress address) {
    return store.open(address.owner(), address.revision());
  }

  private static Outcome notFound(Exchange exchange) throws IOException {
    exchange.answerText(404, "404 page not found");
    return Outcome.NOT_FOUND;
  }

  private static Outcome unavailable(Exchange exchange, StoreProblem problem) throws IOException {
    if (exchange.isUnderWay()) {
      // The status is out; that the rest is missing shows only in the end of the connection.
      exchange.hangUp();
      return Outcome.STORE_FAILED;
    }
    return switch (problem) {
      case MISSING -> notFound(exchange);
      case UNREACHABLE -> {
        exchange.answerText(502, "bad gateway");
        yield Outcome.STORE_UNREACHABLE;
      }
      case FULL, READ_ONLY, DENIED, BROKEN -> {
        exchange.answerText(500, "storage error");
        yield Outcome.STORE_FAILED;
      }
    };
  }

  private static void warn(Exchange exchange, StoreUnavailableException problem) {
    LOG.atWarn()
        .addKeyValue("path", exchange.rawPath())
        .addKeyValue("problem", problem.problem())
        .addKeyValue("error", problem.text())
        .log("Cannot serve artifact");
  }
}
