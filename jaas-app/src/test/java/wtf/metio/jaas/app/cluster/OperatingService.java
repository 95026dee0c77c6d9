// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Installation;

/** The service as the operator of a cluster, in a process of its own, with the shipped rights. */
public final class OperatingService implements AutoCloseable {

  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  private final ServiceProcess process;
  private final List<Integer> ports;

  private OperatingService(ServiceProcess process, List<Integer> ports) {
    this.process = process;
    this.ports = ports;
  }

  /** Starts one and waits until it is ready. */
  public static OperatingService start(Installation installation, Path storage, String... more) {
    var ports = ServiceProcess.freePorts(4);
    var kubeconfig = installation.cluster().kubeconfig(installation.operator());
    var flags =
        new ArrayList<>(
            List.of(
                "--enable-flux-integration",
                "--kubeconfig=" + kubeconfig,
                "--leader-election-namespace=" + Installation.NAMESPACE,
                "--storage-path=" + storage,
                "--storage-base-url=http://127.0.0.1:" + ports.get(2)));
    flags.addAll(ServiceProcess.publishingOn(ports));
    flags.addAll(List.of(more));
    var process = ServiceProcess.start(QUICK_START, Map.of(), flags);
    RunningService.await(60, () -> process.isReady(ports.get(1)));
    return new OperatingService(process, ports);
  }

  /** What the storage server answers. */
  public RawResponse stored(String target) {
    return RawHttp.get(ports.get(2), target);
  }

  /**
   * The sum of all series of a metric that have these labels; zero if there are none.
   *
   * @param labels as they stand in a scrape
   */
  public double metric(String name, String... labels) {
    return RawHttp.get(ports.get(3), "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it said so far. */
  public String said() {
    return process.said();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.close();
  }
}
