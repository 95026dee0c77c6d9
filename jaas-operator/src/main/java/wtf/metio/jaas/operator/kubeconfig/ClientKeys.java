// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import io.kubernetes.client.util.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;

/** Proves with a certificate who connects. */
final class ClientKeys {

  private ClientKeys() {}

  static List<KeyManager> of(byte[] certificate, byte[] key)
      throws IOException, GeneralSecurityException {
    var algorithm = SSLUtils.recognizePrivateKeyAlgo(key);
    return List.of(SSLUtils.keyManagers(certificate, key, algorithm, "", null, null));
  }
}
