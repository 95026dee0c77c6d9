// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The controllers of a cluster that tests need: those that empty and remove namespaces, and that
 * remove objects whose owner is gone.
 *
 * <p>Belongs to one thread at a time.
 */
public final class KubeControllers implements AutoCloseable {

  private static final String CONTROLLERS = "namespace-controller,garbage-collector-controller";

  private final Path folder = TemporaryFolder.create("kube-controller-manager");
  private final ServerProcess process;

  private KubeControllers(Path program, KubeApiServer cluster) {
    int port = Loopback.freePort();
    var certificates = folder.resolve("certificates");
    var command =
        List.of(
            program.toString(),
            "--kubeconfig=" + cluster.kubeconfig(),
            "--controllers=" + CONTROLLERS,
            "--leader-elect=false",
            "--bind-address=" + Loopback.HOST,
            "--secure-port=" + port,
            "--cert-dir=" + certificates,
            "--service-account-private-key-file=" + cluster.privateKey(),
            "--root-ca-file=" + cluster.certificate());
    var health = URI.create("https://" + Loopback.HOST + ":" + port + "/healthz");
    this.process =
        ServerProcess.start(command, Map.of(), folder.resolve("log"))
            .awaitReady(
                () ->
                    Loopback.answers(health, certificates.resolve("kube-controller-manager.crt")));
  }

  /** Starts them for a cluster, or ends the test if the program is missing. */
  public static KubeControllers start(KubeApiServer cluster) {
    return new KubeControllers(Programs.required(Program.KUBE_CONTROLLER_MANAGER), cluster);
  }

  @Override
  public void close() {
    process.kill();
    TemporaryFolder.delete(folder);
  }
}
