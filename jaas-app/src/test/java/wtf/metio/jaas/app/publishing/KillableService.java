// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.ServiceProcess;

/** A service that publishes, in a process that can be killed. */
final class KillableService implements AutoCloseable {

  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  private final ServiceProcess process;
  private final Path storage;
  private final List<Integer> ports;

  private KillableService(ServiceProcess process, Path storage, List<Integer> ports) {
    this.process = process;
    this.storage = storage;
    this.ports = ports;
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param swept how old a temporary file may become, and how long it may lie there then
   */
  static KillableService start(Path root, Duration swept) {
    var ports = ServiceProcess.freePorts(4);
    var storage = root.resolve("storage");
    var flags =
        new ArrayList<>(
            List.of(
                "--manifest-directory=" + root.resolve("manifests"),
                "--storage-path=" + storage,
                "--storage-base-url=http://jaas.example",
                "--listen-address=127.0.0.1",
                "--artifact-gc-grace=0s",
                "--storage-sweep-interval=" + swept.toMillis() + "ms",
                "--storage-sweep-max-tmp-age=" + swept.toMillis() + "ms"));
    flags.addAll(ServiceProcess.publishingOn(ports));
    var process = ServiceProcess.start(QUICK_START, Map.of(), flags);
    var service = new KillableService(process, storage, ports);
    try {
      // A long run may be paused for minutes.
      RunningService.await(300, () -> process.isReady(ports.get(1)));
      return service;
    } catch (AssertionError late) {
      service.kill();
      throw new AssertionError("the process is not ready; it said\n" + service.said(), late);
    }
  }

  Path storage() {
    return storage;
  }

  /** The status of a snippet as the management port tells it. */
  String status(String name) {
    return RawHttp.get(ports.get(1), "/status/default/" + name).text();
  }

  RawResponse fetch(String path) {
    return RawHttp.get(ports.get(2), path);
  }

  /** How many passes ended well since the start. */
  long published() {
    return RawHttp.get(ports.get(3), "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("jaas_snippet_rendered_bytes_count"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  String said() {
    return process.said();
  }

  /** Ends it without a chance to clean up. */
  void kill() {
    ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.close();
  }
}
