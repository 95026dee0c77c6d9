// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Installation;

/** The service as the operator of a cluster, in a process of its own, with the shipped rights. */
final class OperatingService implements AutoCloseable {

  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  private final ServiceProcess process;
  private final int management;

  private OperatingService(ServiceProcess process, int management) {
    this.process = process;
    this.management = management;
  }

  /** Starts one that may fetch from this machine, and waits until it is ready. */
  static OperatingService start(Installation installation, Path storage, String... more) {
    var ports = ServiceProcess.freePorts(4);
    var kubeconfig = installation.cluster().kubeconfig(installation.operator());
    var flags =
        new ArrayList<>(
            List.of(
                "--enable-flux-integration",
                "--kubeconfig=" + kubeconfig,
                "--leader-election-namespace=" + Installation.NAMESPACE,
                "--storage-path=" + storage,
                "--storage-base-url=http://127.0.0.1:" + ports.get(2),
                "--storage-listen-address=127.0.0.1",
                "--source-allow-cidrs=127.0.0.0/8",
                "--port=" + ports.get(0),
                "--management-port=" + ports.get(1),
                "--storage-port=" + ports.get(2),
                "--metrics-bind-address=127.0.0.1:" + ports.get(3),
                "--warm-up=0s",
                "--shutdown-delay=0s"));
    flags.addAll(List.of(more));
    var service =
        new OperatingService(ServiceProcess.start(QUICK_START, Map.of(), flags), ports.get(1));
    RunningService.await(60, service::isReady);
    return service;
  }

  /** What it said so far. */
  String said() {
    return process.out() + process.err();
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
