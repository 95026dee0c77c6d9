// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of Flux' controllers, working on a cluster whose kinds {@link FluxDefinition} has to bring
 * first.
 *
 * <p>It listens on free ports of this machine alone and keeps its files in a folder of its own. It
 * can be stopped and killed, and comes back with the same files. Belongs to one thread at a time.
 */
public final class FluxController implements AutoCloseable {

  private final Path program;
  private final Path folder;
  private final KubeApiServer cluster;
  private final URI health = address();
  private final List<String> flags;
  private ServerProcess process;

  private FluxController(Path program, Path folder, KubeApiServer cluster, List<String> flags) {
    this.program = program;
    this.folder = folder;
    this.cluster = cluster;
    this.flags = flags;
    this.process = run();
  }

  /**
   * Starts the controller that fetches sources and serves them as archives, at addresses of this
   * machine; ends the test if it cannot be had.
   */
  public static FluxController source(KubeApiServer cluster) {
    var program = Programs.required(Program.FLUX_SOURCE);
    var folder = TemporaryFolder.create("flux-source");
    var archives = address().getAuthority();
    return new FluxController(
        program,
        folder,
        cluster,
        List.of(
            "--storage-path=" + folder,
            "--storage-addr=" + archives,
            "--storage-adv-addr=" + archives));
  }

  /**
   * Starts the controller that applies what it finds in archives, external ones included; ends the
   * test if it cannot be had.
   */
  public static FluxController kustomize(KubeApiServer cluster) {
    var program = Programs.required(Program.FLUX_KUSTOMIZE);
    var folder = TemporaryFolder.create("flux-kustomize");
    return new FluxController(
        program, folder, cluster, List.of("--feature-gates=ExternalArtifact=true"));
  }

  /** Stops it; its files stay. */
  public void stop() {
    process.stop();
  }

  /** Ends it in the middle of whatever it does; its files stay. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #stop} or {@link #kill}. */
  public void restart() {
    process.ensureEnded();
    process = run();
  }

  /** Everything it printed so far, for whoever looks for a reason. */
  public Path log() {
    return folder.resolve("log");
  }

  @Override
  public void close() {
    process.kill();
    TemporaryFolder.delete(folder);
  }

  private ServerProcess run() {
    var always =
        List.of(
            program.toString(),
            "--metrics-addr=0",
            "--health-addr=" + health.getAuthority(),
            "--requeue-dependency=1s");
    var environment =
        Map.of(
            "KUBECONFIG", cluster.kubeconfig().toString(),
            "RUNTIME_NAMESPACE", "default",
            "TMPDIR", folder.toString());
    var command = Stream.concat(always.stream(), flags.stream()).toList();
    return ServerProcess.start(command, environment, log())
        .awaitReady(() -> Loopback.answers(health.resolve("/readyz")));
  }

  private static URI address() {
    return URI.create("http://" + Loopback.HOST + ":" + Loopback.freePort());
  }
}
