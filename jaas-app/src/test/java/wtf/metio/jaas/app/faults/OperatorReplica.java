// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Installation;

/** A replica of the operator, in a process that can be killed and stopped. */
final class OperatorReplica implements AutoCloseable {

  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  private static final int PATIENCE_SECONDS = 120;

  private final ServiceProcess process;
  private final int management;
  private final int storagePort;

  private OperatorReplica(ServiceProcess process, int management, int storagePort) {
    this.process = process;
    this.management = management;
    this.storagePort = storagePort;
  }

  /**
   * Starts one and waits until it knows the cluster.
   *
   * @param name by which its lease can be told from those of others
   */
  static OperatorReplica start(String name, Path kubeconfig, Path storage, Frontage frontage) {
    var ports = ServiceProcess.freePorts(4);
    var flags =
        List.of(
            "--enable-flux-integration",
            "--kubeconfig=" + kubeconfig,
            "--leader-election-namespace=" + Installation.NAMESPACE,
            "--storage-path=" + storage,
            "--storage-base-url=" + frontage.url(),
            "--storage-listen-address=127.0.0.1",
            "--listen-address=127.0.0.1",
            "--port=" + ports.get(0),
            "--management-port=" + ports.get(1),
            "--storage-port=" + ports.get(2),
            "--metrics-bind-address=127.0.0.1:" + ports.get(3),
            "--warm-up=0s",
            "--shutdown-delay=0s");
    var environment = Map.of("HOSTNAME", name);
    var process = ServiceProcess.start(QUICK_START, environment, flags);
    var replica = new OperatorReplica(process, ports.get(1), ports.get(2));
    RunningService.await(PATIENCE_SECONDS, replica::isReady);
    frontage.add(replica.storagePort);
    return replica;
  }

  /** What it said so far. */
  String said() {
    return process.out() + process.err();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.close();
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError("the process has ended; it said\n" + said());
    }
    try {
      return RawHttp.get(management, "/ready").status() == 200;
    } catch (UncheckedIOException _) {
      return false;
    }
  }
}
