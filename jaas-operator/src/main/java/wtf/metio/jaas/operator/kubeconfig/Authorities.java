// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may say that a server is the API server. */
final class Authorities {

  private Authorities() {}

  /**
   * Those of certificates.
   *
   * @param pem one certificate or more
   * @throws GeneralSecurityException if there is none in it
   */
  static X509TrustManager of(byte[] pem) throws GeneralSecurityException {
    var factory = CertificateFactory.getInstance("X.509");
    var store = emptyStore();
    int count = 0;
    for (var certificate : factory.generateCertificates(new ByteArrayInputStream(pem))) {
      store.setCertificateEntry("authority-" + count++, certificate);
    }
    if (count == 0) {
      throw new GeneralSecurityException("no certificate");
    }
    return from(store);
  }

  /** Those that every program on this machine believes. */
  static X509TrustManager ofSystem() throws GeneralSecurityException {
    return from(null);
  }

  private static X509TrustManager from(@Nullable KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("nobody to ask about certificates"));
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
