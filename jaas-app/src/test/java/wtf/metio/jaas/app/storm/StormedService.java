// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import wtf.metio.jaas.app.ServiceProcess;

/** The service in a process of its own, asked over HTTP. */
final class StormedService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final ServiceProcess process;
  private final int renderPort;
  private final int managementPort;
  private final int metricsPort;

  private StormedService(ServiceProcess process, List<Integer> ports) {
    this.process = process;
    this.renderPort = ports.get(0);
    this.managementPort = ports.get(1);
    this.metricsPort = ports.get(2);
  }

  /**
   * Starts the service and waits until it is ready.
   *
   * @param jvm options of the JVM
   * @param snippets the folder of snippets
   */
  static StormedService start(List<String> jvm, Path snippets)
      throws IOException, InterruptedException {
    var ports = ServiceProcess.freePorts(3);
    var flags =
        List.of(
            "--snippet-directory=" + snippets,
            "--port=" + ports.get(0),
            "--management-port=" + ports.get(1),
            "--metrics-bind-address=127.0.0.1:" + ports.get(2),
            "--shutdown-delay=0");
    var service = new StormedService(ServiceProcess.start(jvm, Map.of(), flags), ports);
    service.awaitReady();
    return service;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (status("/ready", managementPort) == 200) {
          return;
        }
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException("The service did not start:\n" + log(), notYet);
        }
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** The status of a snippet's answer; its body is read and dropped. */
  int render(String name) throws IOException, InterruptedException {
    return status("/jsonnet/" + name, renderPort);
  }

  /** The status of the liveness probe. */
  int live() throws IOException, InterruptedException {
    return status("/live", managementPort);
  }

  private int status(String path, int port) throws IOException, InterruptedException {
    return client.send(request(path, port), BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest request(String path, int port) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .build();
  }

  /** The sum of a metric over all its label sets; zero when there is none. */
  double metric(String name) throws IOException, InterruptedException {
    var page = client.send(request("/metrics", metricsPort), BodyHandlers.ofString()).body();
    var matcher =
        Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)", Pattern.MULTILINE).matcher(page);
    double sum = 0;
    while (matcher.find()) {
      sum += Double.parseDouble(matcher.group(1));
    }
    return sum;
  }

  /** Waits until a metric is as wanted; fails if that takes longer than anybody would wait. */
  void awaitMetric(String name, DoublePredicate wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    double now = metric(name);
    while (!wanted.test(now)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(name + " stays at " + now);
      }
      LockSupport.parkNanos(20_000_000);
      now = metric(name);
    }
  }

  /** Bytes on the heap that are left after a full collection. */
  double heapAfterCollection() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (int i = 0; i < 2; i++) {
      new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
    return metric("jvm_memory_used_bytes\\{area=\"heap\"[^}]*}");
  }

  /** Whether the process lives. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** What the process wrote so far. */
  String log() {
    return process.said();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.close();
  }
}
