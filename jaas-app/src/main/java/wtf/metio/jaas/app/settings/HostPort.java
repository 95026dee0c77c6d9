// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.Optional;

/**
 * An address with a port, not checked for sense.
 *
 * @param host without brackets; may be empty
 * @param port as written
 */
record HostPort(String host, String port) {

  /** Takes {@code host:port}, {@code :port} and {@code [address]:port} apart. */
  static Optional<HostPort> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    var host = text.substring(0, colon);
    var port = text.substring(colon + 1);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
      return host.matches("[^\\[\\]]*") ? Optional.of(new HostPort(host, port)) : Optional.empty();
    }
    return host.matches("[^:\\[\\]]*") ? Optional.of(new HostPort(host, port)) : Optional.empty();
  }

  /** Whether a text is the number of a port in plain digits. */
  static boolean isPort(String text) {
    return text.matches("0*[0-9]{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65535;
  }
}
