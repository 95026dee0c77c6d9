// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;

/** A service that has seen every kind of request, so that it shows all of its metrics. */
final class BusyService implements AutoCloseable {

  private static final String MANIFEST =
      """
      apiVersion: jaas.metio.wtf/v1
      kind: JsonnetSnippet
      metadata:
        name: published
      spec:
        files:
          main.jsonnet: "{}"
      """;

  private final RunningService service;
  private final String atFirst;

  BusyService(Path folder) {
    try {
      snippet(folder, "hello", "'hello'");
      Files.writeString(
          Files.createDirectories(folder.resolve("manifests")).resolve("a.yaml"), MANIFEST);
      snippet(folder, "broken", "error 'no'");
      snippet(folder, "endless", "local f(n) = f(n + 1) tailstrict; f(0)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    service =
        RunningService.ofSnippets(
            folder,
            "--evaluation-timeout=2s",
            "--manifest-directory=" + folder.resolve("manifests"),
            "--storage-path=" + folder.resolve("storage"),
            "--storage-base-url=http://jaas.example",
            "--storage-listen-address=127.0.0.1");
    RunningService.await(() -> scrape().contains("jaas_snippet_reconcile_total{"));
    atFirst = scrape();
    service.snippet("hello");
    service.snippet("broken");
    service.snippet("endless");
    service.snippet("missing");
    service.get("jsonnet", "/jsonnet");
    service.get("jsonnet", "/elsewhere");
    service.get("jsonnet", "/%zz");
    RawHttp.request(service.port("jsonnet"), "POST", "/jsonnet/hello");
    service.send(
        "jsonnet",
        "GET /jsonnet/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-None-Match: *\r\n\r\n");
    // The numbers of a request are counted after its answer, in any order.
    RunningService.await(() -> requests() >= 9);
    RunningService.await(
        () -> scrape().contains("jaas_http_response_bytes_count{outcome=\"not_modified\"} 1"));
  }

  private static void snippet(Path folder, String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  private long requests() {
    return scrape()
        .lines()
        .filter(line -> line.startsWith("jaas_http_requests_total{"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The numbers before the first request. */
  String atFirst() {
    return atFirst;
  }

  String scrape() {
    return service.get("metrics", "/metrics").text();
  }

  @Override
  public void close() {
    service.close();
  }
}
