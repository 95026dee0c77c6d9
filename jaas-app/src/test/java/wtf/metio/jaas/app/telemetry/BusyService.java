// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wtf.metio.jaas.app.RunningService;

/** A service that has seen every kind of request, so that it shows all of its metrics. */
final class BusyService implements AutoCloseable {

  private final RunningService service;

  BusyService(Path folder) {
    try {
      snippet(folder, "hello", "'hello'");
      snippet(folder, "broken", "error 'no'");
      snippet(folder, "endless", "local f(n) = f(n + 1) tailstrict; f(0)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    service = RunningService.ofSnippets(folder, "--evaluation-timeout=50ms");
    service.snippet("hello");
    service.snippet("broken");
    service.snippet("endless");
    service.snippet("missing");
    // The numbers of a request are counted after its answer.
    RunningService.await(
        () -> scrape().contains("jaas_http_response_bytes_count{outcome=\"snippet_not_found\"} 1"));
  }

  private static void snippet(Path folder, String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  String scrape() {
    return service.get("metrics", "/metrics").text();
  }

  @Override
  public void close() {
    service.close();
  }
}
