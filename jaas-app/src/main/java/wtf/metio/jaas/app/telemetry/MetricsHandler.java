// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import wtf.metio.jaas.app.http.CleanPath;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.http.Handler;

/** Serves the numbers of this process. */
public final class MetricsHandler implements Handler {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> scrape;

  /** Hundreds at once would leave no processor for a probe. */
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /** A handler that takes the numbers from here. */
  public MetricsHandler(Supplier<String> scrape) {
    this.scrape = scrape;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    var path = CleanPath.orAnswer(exchange);
    if (path.isEmpty()) {
      return;
    }
    if (path.get().encoded().equals("/metrics")) {
      answer(exchange);
    } else {
      exchange.answerText(404, "404 page not found");
    }
  }

  /** Answers with the numbers, whatever the path. */
  public void answer(Exchange exchange) throws IOException {
    if (exchange.isGet() || exchange.isHead()) {
      exchange.answer(200, CONTENT_TYPE, numbers());
    } else {
      exchange.answer(405, CONTENT_TYPE, Map.of("Allow", "GET, HEAD"), new byte[0]);
    }
  }

  private byte[] numbers() {
    oneAtATime.lock();
    try {
      return scrape.get().getBytes(StandardCharsets.UTF_8);
    } finally {
      oneAtATime.unlock();
    }
  }
}
