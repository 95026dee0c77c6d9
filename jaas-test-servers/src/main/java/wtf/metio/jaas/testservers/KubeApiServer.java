// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * kube-apiserver with an etcd of its own, on free ports of this machine.
 *
 * <p>There are no nodes and nothing runs; with a {@link KubeControllers} namespaces and objects
 * whose owner is gone are removed. It can be stopped, killed and frozen, and comes back at the same
 * address with the same certificate and data. Belongs to one thread at a time.
 */
public final class KubeApiServer implements AutoCloseable {

  private static final String ADMIN_TOKEN = "token-of-the-admin-of-tests";

  private static final String AUDIT_POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
      - level: RequestResponse
        verbs: [create, update, patch, delete]
        resources:
        - {group: coordination.k8s.io, resources: [leases]}
        - {group: jaas.metio.wtf, resources: [jsonnetsnippets, jsonnetsnippets/status]}
        - {group: source.toolkit.fluxcd.io, resources: [externalartifacts, externalartifacts/status]}
      - level: None
      """;

  private final Path program;
  private final Path folder;
  private final EtcdServer etcd;
  private final boolean audited;
  private final int port = Loopback.freePort();
  private ServerProcess process;

  private KubeApiServer(Path program, EtcdServer etcd, boolean audited) {
    this.program = program;
    this.folder = TemporaryFolder.create("kube-apiserver");
    this.etcd = etcd;
    this.audited = audited;
    prepare();
    this.process = run();
  }

  /** Starts an empty cluster, or ends the test if a program is missing. */
  public static KubeApiServer start() {
    return start(false);
  }

  /** As {@link #start}; who writes snippets, what they publish and leases is kept in a log. */
  public static KubeApiServer startAudited() {
    return start(true);
  }

  private static KubeApiServer start(boolean audited) {
    var program = Programs.required(Program.KUBE_APISERVER);
    return new KubeApiServer(program, EtcdServer.start(), audited);
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("https://" + Loopback.HOST + ":" + port);
  }

  /** The file with the certificate that it shows. */
  public Path certificate() {
    return folder.resolve("certificates").resolve("apiserver.crt");
  }

  /** The bearer token of somebody who may do everything. */
  public String adminToken() {
    return ADMIN_TOKEN;
  }

  /** A kubeconfig file for somebody who may do everything. */
  public Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /**
   * A kubeconfig file for somebody with a bearer token, which goes with the server.
   *
   * @param user what the file calls them; asked again with the same name it is written anew
   */
  public Path kubeconfig(String user, String token) {
    var file = folder.resolve("kubeconfig-of-" + user.replace(':', '-'));
    writeKubeconfig(file, user, token);
    return file;
  }

  /** What connects to this server and to nobody else. */
  public SSLContext trust() {
    try {
      return PemFile.trusting(certificate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it stores everything. */
  public EtcdServer etcd() {
    return etcd;
  }

  /** Stops it; etcd stays. */
  public void stop() {
    process.stop();
  }

  /** Ends it in the middle of whatever it does; etcd stays. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #stop} or {@link #kill}. */
  public void restart() {
    process.ensureEnded();
    process = run();
  }

  /** From now on it accepts connections and never answers, until {@link #thaw}. */
  public void freeze() {
    process.signal("STOP");
  }

  /** Ends {@link #freeze}. */
  public void thaw() {
    process.signal("CONT");
  }

  /** Everything the server printed so far, for whoever looks for a reason. */
  public Path log() {
    return folder.resolve("log");
  }

  /**
   * What was written, one event in JSON a line, each there before whoever wrote has the answer;
   * empty unless it was {@link #startAudited started so}.
   */
  public Path auditLog() {
    return folder.resolve("audit.log");
  }

  @Override
  public void close() {
    process.kill();
    etcd.close();
    TemporaryFolder.delete(folder);
  }

  /** The key that signs tokens of service accounts. */
  Path privateKey() {
    return folder.resolve("service-accounts.key");
  }

  private Path publicKey() {
    return folder.resolve("service-accounts.pub");
  }

  private Path auditPolicy() {
    return folder.resolve("audit-policy.yaml");
  }

  private Path tokens() {
    return folder.resolve("tokens.csv");
  }

  private void prepare() {
    PemFile.writeKeyPair(privateKey(), publicKey());
    try {
      Files.writeString(tokens(), ADMIN_TOKEN + ",admin,admin,\"system:masters\"\n");
      Files.writeString(auditPolicy(), AUDIT_POLICY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writeKubeconfig(kubeconfig(), "admin", ADMIN_TOKEN);
  }

  private void writeKubeconfig(Path file, String user, String token) {
    try {
      Files.writeString(file, kubeconfigText(user, token), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kubeconfigText(String user, String token) {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: tests
      cluster: {server: "%s", certificate-authority: "%s"}
    users:
    - name: "%s"
      user: {token: "%s"}
    contexts:
    - name: tests
      context: {cluster: tests, user: "%s"}
    current-context: tests
    """
        .formatted(endpoint(), certificate(), user, token, user);
  }

  private ServerProcess run() {
    var command = new ArrayList<>(command());
    if (audited) {
      command.add("--audit-policy-file=" + auditPolicy());
      command.add("--audit-log-path=" + auditLog());
    }
    return ServerProcess.start(command, Map.of(), log())
        .awaitReady(() -> Loopback.answers(endpoint().resolve("/readyz"), certificate()));
  }

  private List<String> command() {
    return List.of(
        program.toString(),
        "--etcd-servers=" + etcd.endpoint(),
        "--bind-address=" + Loopback.HOST,
        "--secure-port=" + port,
        "--cert-dir=" + certificate().getParent(),
        "--service-cluster-ip-range=10.0.0.0/24",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + publicKey(),
        "--service-account-signing-key-file=" + privateKey(),
        "--authorization-mode=RBAC",
        "--token-auth-file=" + tokens(),
        // Nobody makes a service account in each namespace, and nothing runs as one.
        "--disable-admission-plugins=ServiceAccount");
  }
}
