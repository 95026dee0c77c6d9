// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;

/** Answers the requests of a port. Called by many threads at once, and may block. */
@FunctionalInterface
public interface Handler {

  /**
   * Answers one request.
   *
   * @throws IOException if the client cannot be reached any more; the connection is closed
   */
  void handle(Exchange exchange) throws IOException;
}
