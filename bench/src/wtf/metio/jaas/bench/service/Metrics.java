// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What a service counts, on a free port. */
public final class Metrics {

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = ServiceProcess.freePort();

  /** What the service is told. */
  public List<String> flags() {
    return List.of("--metrics-bind-address", "127.0.0.1:" + port);
  }

  /** The sum of the series that begin so; zero while there is no service. */
  public double sum(String begin) {
    return sum(scrape(), begin);
  }

  /** The sum of those series of a scrape that begin so. */
  public static double sum(List<String> scrape, String begin) {
    return scrape.stream()
        .filter(line -> line.startsWith(begin))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** All lines; none while there is no service. */
  public List<String> scrape() {
    var address = URI.create("http://127.0.0.1:" + port + "/metrics");
    try {
      return client
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines())
          .body()
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
