// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.net.UnknownHostException;

/** Ends a request before anything is dialled, because a name led where nobody may go. */
final class ForbiddenAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  ForbiddenAddressException(String host, String what) {
    super(host);
    this.reason = "\"" + host + "\" resolves to " + what;
  }

  /** What the author of the address is told. */
  String reason() {
    return reason;
  }
}
