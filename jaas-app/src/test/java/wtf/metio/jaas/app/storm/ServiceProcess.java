// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.storm;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The service in a process of its own, on ports that were free a moment ago. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Process process;
  private final Path log;
  private final int renderPort;
  private final int managementPort;
  private final int metricsPort;

  private ServiceProcess(Process process, Path log, List<Integer> ports) {
    this.process = process;
    this.log = log;
    this.renderPort = ports.get(0);
    this.managementPort = ports.get(1);
    this.metricsPort = ports.get(2);
  }

  /**
   * Starts the service and waits until it is ready.
   *
   * @param jvm options of the JVM
   * @param snippets the folder of snippets
   * @param log where its output goes
   */
  static ServiceProcess start(List<String> jvm, Path snippets, Path log)
      throws IOException, InterruptedException {
    var ports = freePorts(3);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "wtf.metio.jaas.app.JaasApplication",
            "--snippet-directory=" + snippets,
            "--port=" + ports.get(0),
            "--management-port=" + ports.get(1),
            "--metrics-bind-address=127.0.0.1:" + ports.get(2),
            "--shutdown-delay=0"));
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var service = new ServiceProcess(process, log, ports);
    service.awaitReady();
    return service;
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    var ports = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      sockets.add(new ServerSocket(0));
      ports.add(sockets.getLast().getLocalPort());
    }
    for (var socket : sockets) {
      socket.close();
    }
    return ports;
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
      process.waitFor(20, TimeUnit.MILLISECONDS);
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
  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
