// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The API server that the current context of a kubeconfig file names.
 *
 * @param file that is there
 */
record KubeconfigFile(Path file) {

  private static final String TOKEN = KubeConfig.CRED_TOKEN_KEY;

  Target target() {
    var config = read();
    try {
      ensureUsable(config);
      return target(config);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable("cannot be used: " + e.getMessage(), e);
    } catch (ClassCastException e) {
      // The client believes that every value is of the type it should be.
      throw unusable("has something else where text is expected, or quotes are missing.", e);
    }
  }

  private Target target(KubeConfig config) throws IOException, GeneralSecurityException {
    // May run a program, so that it is asked once.
    var credentials = Optional.ofNullable(config.getCredentials()).orElse(Map.of());
    var namespace = orEmpty(config.getNamespace());
    return new Target(
        server(config),
        orEmpty(config.getTlsServerName()),
        trust(config),
        keys(config, credentials),
        credential(config, credentials),
        namespace.isEmpty() ? "default" : namespace);
  }

  private KubeConfig read() {
    try (Reader reader = Files.newBufferedReader(file)) {
      var config = KubeConfig.loadKubeConfig(reader);
      config.setFile(file.toAbsolutePath().toFile());
      return config;
    } catch (IOException | YAMLException e) {
      throw unusable("cannot be read: " + e.getMessage(), e);
    } catch (ClassCastException | NullPointerException e) {
      // This is how the client says that the file is empty, or is not of this form at all.
      throw unusable("is no kubeconfig file.", e);
    }
  }

  private void ensureUsable(KubeConfig config) {
    var context = orEmpty(config.getCurrentContext());
    if (context.isEmpty()) {
      throw unusable("names no current context.", null);
    }
    if (!config.setContext(context)) {
      throw unusable("has no context `" + context + "`.", null);
    }
    if (orEmpty(config.getServer()).isEmpty()) {
      throw unusable("has no server for context `" + context + "`.", null);
    }
    if (!config.verifySSL()) {
      throw unusable(
          "sets insecure-skip-tls-verify for context `"
              + context
              + "`, which is refused: give the certificate of its authority instead.",
          null);
    }
  }

  private static String server(KubeConfig config) {
    var server = config.getServer();
    if (!server.contains("://")) {
      server = (server.contains(":443") ? "https://" : "http://") + server;
    }
    return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
  }

  private X509TrustManager trust(KubeConfig config) throws IOException, GeneralSecurityException {
    var data = orEmpty(config.getCertificateAuthorityData());
    if (!data.isEmpty()) {
      return Authorities.of(Base64.getMimeDecoder().decode(data));
    }
    var name = orEmpty(config.getCertificateAuthorityFile());
    return name.isEmpty()
        ? Authorities.ofSystem()
        : new AuthoritiesFile(file.toAbsolutePath().resolveSibling(name));
  }

  private static List<KeyManager> keys(KubeConfig config, Map<String, String> credentials)
      throws IOException, GeneralSecurityException {
    var certificate =
        config.getDataOrFileRelative(
            config.getClientCertificateData(), config.getClientCertificateFile());
    var key = config.getDataOrFileRelative(config.getClientKeyData(), config.getClientKeyFile());
    if (certificate != null && key != null) {
      return ClientKeys.of(certificate, key);
    }
    var made = credentials.get(KubeConfig.CRED_CLIENT_CERTIFICATE_DATA_KEY);
    var madeKey = credentials.get(KubeConfig.CRED_CLIENT_KEY_DATA_KEY);
    return made == null || madeKey == null
        ? List.of()
        : ClientKeys.of(
            made.getBytes(StandardCharsets.UTF_8), madeKey.getBytes(StandardCharsets.UTF_8));
  }

  private static Credential credential(KubeConfig config, Map<String, String> credentials) {
    var token = orEmpty(credentials.get(TOKEN));
    if (!token.isEmpty()) {
      // From a file or a program it is another one soon; else the same is read again.
      return new BearerToken(token, () -> token(config), System::nanoTime);
    }
    var user = orEmpty(config.getUsername());
    if (user.isEmpty()) {
      return Credential.NONE;
    }
    var both = user + ':' + orEmpty(config.getPassword());
    var shown = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    return () -> "Basic " + shown;
  }

  private static Optional<String> token(KubeConfig config) {
    return Optional.ofNullable(config.getCredentials())
        .map(credentials -> orEmpty(credentials.get(TOKEN)))
        .filter(token -> !token.isBlank());
  }

  private UnusableKubeconfigException unusable(String what, @Nullable Throwable cause) {
    return new UnusableKubeconfigException("The kubeconfig file " + file + ' ' + what, cause);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
