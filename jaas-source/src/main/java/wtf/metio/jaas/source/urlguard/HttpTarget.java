// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

import java.net.URI;
import java.util.Optional;

/**
 * An address that was read once and for all.
 *
 * @param secure whether to speak TLS
 * @param host a name in lower case without a dot at its end, four decimal numbers, or an IPv6
 *     address without brackets
 * @param port 1 to 65535
 * @param resource path and query as they are sent; begins with a slash
 */
public record HttpTarget(boolean secure, String host, int port, String resource) {

  /** The scheme, {@code http} or {@code https}. */
  public String scheme() {
    return secure ? "https" : "http";
  }

  /** The whole address. */
  public URI uri() {
    return URI.create(origin() + resource);
  }

  /** Where a redirect leads that was sent for this address; empty if it is not an address. */
  Optional<String> resolved(String location) {
    try {
      return Optional.of(uri().resolve(location).toString());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Without the query, which may hold a signature. */
  @Override
  public String toString() {
    int query = resource.indexOf('?');
    return origin() + (query < 0 ? resource : resource.substring(0, query));
  }

  private String origin() {
    var written = host.indexOf(':') < 0 ? host : '[' + host + ']';
    return scheme() + "://" + written + (port == (secure ? 443 : 80) ? "" : ":" + port);
  }
}
