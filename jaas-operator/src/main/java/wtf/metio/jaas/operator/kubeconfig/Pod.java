// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * The API server as a pod finds it.
 *
 * @param around with the variables and files that a pod gets
 */
record Pod(Surroundings around) {

  /** Whether this process runs in a pod that may talk to the API server. */
  boolean isHere() {
    return !around.variable("KUBERNETES_SERVICE_HOST").isEmpty()
        && !around.variable("KUBERNETES_SERVICE_PORT").isEmpty()
        && Files.isRegularFile(token());
  }

  Target target() {
    try {
      return new Target(
          server(),
          "",
          new AuthoritiesFile(around.account().resolve("ca.crt")),
          List.of(),
          new BearerToken(Files.readString(token()), this::readToken, System::nanoTime),
          namespace());
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableKubeconfigException(
          "The service account of this pod cannot be used: " + e.getMessage(), e);
    }
  }

  private Path token() {
    return around.account().resolve("token");
  }

  private Optional<String> readToken() {
    try {
      return Optional.of(Files.readString(token())).filter(text -> !text.isBlank());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private String namespace() throws IOException {
    var file = around.account().resolve("namespace");
    return Files.isRegularFile(file) ? Files.readString(file).strip() : "default";
  }

  private String server() {
    var host = around.variable("KUBERNETES_SERVICE_HOST");
    var port = around.variable("KUBERNETES_SERVICE_PORT");
    try {
      return new URI("https", null, host, Integer.parseInt(port), null, null, null).toString();
    } catch (URISyntaxException | NumberFormatException e) {
      throw new UnusableKubeconfigException(
          "The address of the API server in this pod makes no sense: " + host + ' ' + port, e);
    }
  }
}
