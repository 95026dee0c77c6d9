// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;

/** The body of an answer. */
@FunctionalInterface
public interface Body {

  /**
   * Writes all of it, on the thread that answers.
   *
   * @throws IOException if the client is gone or takes too long
   */
  void writeTo(BodyChannel target) throws IOException;
}
