// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {

  private static final Certificates AUTHORITY = Certificates.of("authority");

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void authority() throws IOException {
    write("ca.crt", AUTHORITY.pem());
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path config(String name, String cluster, String user) throws IOException {
    return write(
        name,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {%s}}]
        users: [{name: u, user: {%s}}]
        contexts:
        - {name: one, context: {cluster: c, user: u}}
        - {name: two, context: {cluster: c, user: u, namespace: team}}
        current-context: one
        """
            .formatted(cluster, user));
  }

  private Path config(String name, String server) throws IOException {
    return config(name, "server: '" + server + "', certificate-authority: ca.crt", "token: t");
  }

  private void pod() throws IOException {
    write("account/token", "of the pod\n");
    write("account/ca.crt", AUTHORITY.pem());
    write("account/namespace", "jaas\n");
    environment.put("KUBERNETES_SERVICE_HOST", "fd00::1");
    environment.put("KUBERNETES_SERVICE_PORT", "443");
  }

  private Target find(String file) {
    return new Kubeconfig(new Surroundings(environment, folder.resolve("account"))).target(file);
  }

  private String complaint(Path file) {
    var thrown = new String[1];
    assertThatThrownBy(() -> find(file.toString()))
        .isInstanceOf(UnusableKubeconfigException.class)
        .satisfies(e -> thrown[0] = e.getMessage());
    return thrown[0].replace(file.toString(), "F");
  }

  @Test
  void aFileThatIsNamedWinsOverEverything() throws IOException {
    pod();
    environment.put("KUBECONFIG", config("variable", "https://variable:1").toString());
    var target = find(config("named", "https://named:1/").toString());
    assertThat(target.server()).isEqualTo("https://named:1");
    assertThat(target.credential().authorization()).isEqualTo("Bearer t");
    assertThat(target.namespace()).isEqualTo("default");
    assertThat(target.keys()).isEmpty();
  }

  @Test
  void theVariableWinsOverThePodAndMayNameFilesThatAreNotThere() throws IOException {
    pod();
    var there = config("variable", "https://variable:1");
    environment.put("KUBECONFIG", folder.resolve("missing") + ":" + there);
    assertThat(find("").server()).isEqualTo("https://variable:1");
  }

  @Test
  void thePodWinsOverTheHome() throws IOException {
    pod();
    config("home/.kube/config", "https://home:1");
    environment.put("HOME", folder.resolve("home").toString());
    var target = find("");
    assertThat(target.server()).isEqualTo("https://[fd00::1]:443");
    assertThat(target.namespace()).isEqualTo("jaas");
    assertThat(target.credential().authorization()).isEqualTo("Bearer of the pod");
  }

  @Test
  void theTokenOfAPodIsReadAgainWhenItIsRefused() throws IOException {
    pod();
    var credential = find("").credential();
    write("account/token", "next");
    assertThat(credential.renew("Bearer of the pod")).isTrue();
    assertThat(credential.authorization()).isEqualTo("Bearer next");
  }

  @Test
  void theHomeIsTheLast() throws IOException {
    write("home/.kube/ca.crt", AUTHORITY.pem());
    config("home/.kube/config", "https://home:1");
    environment.put("HOME", folder.resolve("home").toString());
    assertThat(find("").server()).isEqualTo("https://home:1");
  }

  @Test
  void nothingAtAllIsSaid() {
    assertThatThrownBy(() -> find(""))
        .hasMessage(
            "No API server is known: name a kubeconfig file, or run in a pod with a service"
                + " account.");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(complaint(folder.resolve("missing"))).isEqualTo("There is no kubeconfig file F.");
    environment.put("KUBECONFIG", "/missing/one");
    assertThatThrownBy(() -> find(""))
        .hasMessage("None of the files in KUBECONFIG is there: /missing/one");
  }

  @Test
  void aServerThatNeedNotProveItselfIsRefused() throws IOException {
    var file = config("f", "server: 'https://h:1', insecure-skip-tls-verify: true", "token: t");
    assertThat(complaint(file))
        .isEqualTo(
            "The kubeconfig file F sets insecure-skip-tls-verify for context `one`, which is"
                + " refused: give the certificate of its authority instead.");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    assertThat(complaint(write("f", ""))).isEqualTo("The kubeconfig file F is no kubeconfig file.");
    assertThat(complaint(write("f", "just words")))
        .isEqualTo("The kubeconfig file F is no kubeconfig file.");
    assertThat(complaint(write("f", "a: ["))).startsWith("The kubeconfig file F cannot be read: ");
    assertThat(complaint(write("f", "{kind: Config}")))
        .isEqualTo("The kubeconfig file F names no current context.");
    assertThat(complaint(write("f", "{current-context: x}")))
        .isEqualTo("The kubeconfig file F has no context `x`.");
    assertThat(complaint(config("f", "certificate-authority: ca.crt", "token: t")))
        .isEqualTo("The kubeconfig file F has no server for context `one`.");
    assertThat(complaint(config("f", "server: 'https://h', certificate-authority: gone", "")))
        .startsWith("The kubeconfig file F cannot be used: ");
    assertThat(complaint(config("f", "server: 'https://h'", "token: no")))
        .isEqualTo(
            "The kubeconfig file F has something else where text is expected, or quotes are"
                + " missing.");
  }

  @Test
  void theCurrentContextSaysWhichNamespaceIsMeant() throws IOException {
    var file = config("f", "https://h:1");
    Files.writeString(
        file, Files.readString(file).replace("current-context: one", "current-context: two"));
    assertThat(find(file.toString()).namespace()).isEqualTo("team");
  }

  @Test
  void whoIsKnownByACertificateShowsNothingElse() throws IOException {
    var client = Certificates.of("client");
    write("client.crt", client.pem());
    var key = Base64.getEncoder().encodeToString(client.keyPem().getBytes(StandardCharsets.UTF_8));
    var user = "client-certificate: client.crt, client-key-data: " + key;
    var target =
        find(config("f", "server: 'https://h', certificate-authority: ca.crt", user).toString());
    assertThat(target.keys()).hasSize(1);
    assertThat(target.credential().authorization()).isEmpty();
  }

  @Test
  void aNameAndAPasswordAreShown() throws IOException {
    var target = find(config("f", "server: 'https://h'", "username: u, password: p").toString());
    assertThat(target.credential().authorization()).isEqualTo("Basic dTpw");
  }

  @Test
  void aTokenInAFileIsReadAgain() throws IOException {
    var token = write("token", "first");
    var target = find(config("f", "server: 'https://h'", "tokenFile: " + token).toString());
    assertThat(target.credential().authorization()).isEqualTo("Bearer first");
    write("token", "second");
    assertThat(target.credential().renew("Bearer first")).isTrue();
    assertThat(target.credential().authorization()).isEqualTo("Bearer second");
  }

  @Test
  void anotherNameForTheCertificateIsKept() throws IOException {
    var target =
        find(config("f", "server: 'https://h', tls-server-name: other", "token: t").toString());
    assertThat(target.tlsServerName()).isEqualTo("other");
  }
}
