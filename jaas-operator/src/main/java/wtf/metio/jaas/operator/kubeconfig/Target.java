// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * An API server, and this process as it knows it.
 *
 * @param server its address, without a slash at the end
 * @param tlsServerName the name its certificate must bear; empty for the one in the address
 * @param keys to prove who we are when connecting; empty if there are none
 * @param namespace what is meant where none is named: that of the pod, or of the context
 */
public record Target(
    String server,
    String tlsServerName,
    X509TrustManager trust,
    List<KeyManager> keys,
    Credential credential,
    String namespace) {

  public Target {
    keys = List.copyOf(keys);
  }
}
