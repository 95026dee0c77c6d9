// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeOptions;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.testservers.cluster.Awaiting;

/**
 * A replica in a process of its own, which can be killed and stopped. It prints the time whenever
 * it sees its fence open; all processes of a machine share that clock.
 */
final class ReplicaProcess implements AutoCloseable {

  static final Duration LEASE = Duration.ofSeconds(4);

  private final Process process;
  private volatile long lastOpen;

  private ReplicaProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  static LeaseOptions options(String namespace, String identity) {
    return new LeaseOptions(
        new ResourceName(namespace, "jaas-operator"),
        identity,
        LEASE,
        Duration.ofMillis(2500),
        Duration.ofMillis(300));
  }

  static KubeConnection connect(Path kubeconfig) {
    return KubeConnection.open(
        KubeOptions.of(kubeconfig.toString(), "tests"), RequestListener.NONE);
  }

  static ReplicaProcess start(Path kubeconfig, String namespace) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ReplicaProcess.class.getName(),
            kubeconfig.toString(),
            namespace);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ReplicaProcess(builder.start());
  }

  /** The replica itself; ends when it is killed. */
  static void main(String[] arguments) {
    var replica = new Replica();
    var connection = connect(Path.of(arguments[0]));
    var options = options(arguments[1], "process-" + ProcessHandle.current().pid());
    LeaderElection.over(connection, options, Clock.systemUTC()).start(replica, replica);
    while (true) {
      long now = System.nanoTime();
      if (replica.fence.open()) {
        System.out.println(now);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** When it saw its fence open for the last time; zero if it never did. */
  long lastOpen() {
    return lastOpen;
  }

  void awaitOpen() {
    Awaiting.until("the other process leads", () -> lastOpen != 0);
  }

  /** Sends a signal, and returns when it was sent. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(line -> lastOpen = Long.parseLong(line));
    } catch (IOException | UncheckedIOException _) {
      // It was killed.
    }
  }
}
