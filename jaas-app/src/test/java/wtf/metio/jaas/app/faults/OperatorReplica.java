// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Installation;

/** A replica of the operator, in a process that can be killed and stopped. */
final class OperatorReplica implements AutoCloseable {

  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  /**
   * Where it works.
   *
   * @param line over which it reaches the cluster
   * @param kubeconfig that leads over the line
   * @param storage a folder that all replicas share
   */
  record Place(Line line, Path kubeconfig, Path storage, Frontage frontage) {}

  private final Place place;
  private final ServiceProcess process;
  private final int management;
  private final int storagePort;

  private OperatorReplica(Place place, ServiceProcess process, int management, int storagePort) {
    this.place = place;
    this.process = process;
    this.management = management;
    this.storagePort = storagePort;
  }

  /**
   * Starts one; it does not know the cluster yet.
   *
   * @param name by which its lease can be told from those of others
   * @param jvm options besides the usual ones
   * @param more flags
   */
  static OperatorReplica start(String name, Place place, List<String> jvm, List<String> more) {
    var ports = ServiceProcess.freePorts(4);
    var flags =
        new ArrayList<>(
            List.of(
                "--enable-flux-integration",
                "--kubeconfig=" + place.kubeconfig(),
                "--leader-election-namespace=" + Installation.NAMESPACE,
                "--storage-path=" + place.storage(),
                "--storage-base-url=" + place.frontage().url(),
                "--listen-address=127.0.0.1"));
    flags.addAll(ServiceProcess.publishingOn(ports));
    flags.addAll(more);
    var options = new ArrayList<>(QUICK_START);
    options.addAll(jvm);
    var process = ServiceProcess.start(options, Map.of("HOSTNAME", name), flags);
    return new OperatorReplica(place, process, ports.get(1), ports.get(2));
  }

  /** Waits until it knows the cluster; from then on archives are fetched from it. */
  OperatorReplica awaitReady() {
    Awaiting.until("it is ready", () -> process.isReady(management));
    place.frontage().add(storagePort);
    return this;
  }

  /** Over which it reaches the cluster. */
  Line line() {
    return place.line();
  }

  /** What it said so far. */
  String said() {
    return process.said();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    return process.exitCode();
  }

  /** Sends a signal such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    process.signal(name);
  }

  /** Ends it in the middle of whatever it does. */
  void kill() throws IOException, InterruptedException {
    process.signal("KILL");
    process.exitCode();
    place.frontage().remove(storagePort);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    place.frontage().remove(storagePort);
    process.close();
    place.line().close();
  }
}
