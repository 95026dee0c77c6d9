// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import wtf.metio.jaas.source.urlguard.UrlGuard;

/**
 * Resolves names for the client and judges what comes out. The client dials exactly these addresses
 * and asks nobody else, so that a name cannot mean something different a moment later.
 */
final class GuardedDns implements DnsResolver {

  private final Names names;
  private final UrlGuard guard;

  GuardedDns(Names names, UrlGuard guard) {
    this.names = names;
    this.guard = guard;
  }

  /** One forbidden address is enough: who answers with both wants the forbidden one tried. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.resolve(host);
    for (var address : addresses) {
      var objection = guard.objection(address);
      if (objection.isPresent()) {
        throw new ForbiddenAddressException(host, objection.get());
      }
    }
    return addresses.toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
