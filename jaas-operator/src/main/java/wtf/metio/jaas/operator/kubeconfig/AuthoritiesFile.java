// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509TrustManager;

/**
 * Authorities in a file that somebody else replaces now and then.
 *
 * <p>The file is read at each handshake, of which there are few. Connections that stand are not
 * asked again. While the file cannot be understood, the last authorities hold.
 */
final class AuthoritiesFile implements X509TrustManager {

  private final Path file;
  private byte[] pem;
  private X509TrustManager authorities;

  AuthoritiesFile(Path file) throws IOException, GeneralSecurityException {
    this.file = file;
    this.pem = Files.readAllBytes(file);
    this.authorities = Authorities.of(pem);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("Nobody is served here.");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    current().checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return current().getAcceptedIssuers();
  }

  private synchronized X509TrustManager current() {
    try {
      var now = Files.readAllBytes(file);
      if (!Arrays.equals(now, pem)) {
        authorities = Authorities.of(now);
        pem = now;
      }
    } catch (IOException | GeneralSecurityException _) {
      // Files of a pod are replaced as a whole, but nobody promises that of other files.
    }
    return authorities;
  }
}
