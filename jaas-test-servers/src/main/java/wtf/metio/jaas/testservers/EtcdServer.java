// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * etcd on free ports of this machine, with a folder of its own.
 *
 * <p>It can be stopped and killed, and comes back on the same ports with the same data. It does not
 * force its data to disk, so it does not outlive a loss of power, which tests do not have. Belongs
 * to one thread at a time.
 */
public final class EtcdServer implements AutoCloseable {

  private final Path program;
  private final Path folder;
  private final int port = Loopback.freePort();
  private final int peerPort = Loopback.freePort();
  private ServerProcess process;

  private EtcdServer(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
    this.process = run();
  }

  /** Starts an empty one, or ends the test if there is no etcd. */
  public static EtcdServer start() {
    var program = Programs.required(Program.ETCD);
    return new EtcdServer(program, TemporaryFolder.create("etcd"));
  }

  /** Where clients reach it. */
  public URI endpoint() {
    return address(port);
  }

  /** The folder with what it stores; to be copied or replaced while it is stopped. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Stops it; what it stores stays. */
  public void stop() {
    process.stop();
  }

  /** Ends it in the middle of whatever it does. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #stop} or {@link #kill}. */
  public void restart() {
    process.ensureEnded();
    process = run();
  }

  @Override
  public void close() {
    process.kill();
    TemporaryFolder.delete(folder);
  }

  private static URI address(int port) {
    return URI.create("http://" + Loopback.HOST + ":" + port);
  }

  private ServerProcess run() {
    var peers = address(peerPort).toString();
    var clients = endpoint().toString();
    var command =
        List.of(
            program.toString(),
            "--data-dir=" + data(),
            "--unsafe-no-fsync",
            "--listen-client-urls=" + clients,
            "--advertise-client-urls=" + clients,
            "--listen-peer-urls=" + peers,
            "--initial-advertise-peer-urls=" + peers,
            "--initial-cluster=default=" + peers);
    return ServerProcess.start(command, Map.of(), folder.resolve("log"))
        .awaitReady(() -> Loopback.answers(endpoint().resolve("/health")));
  }
}
