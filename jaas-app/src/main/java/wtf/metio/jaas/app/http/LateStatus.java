// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import org.apache.coyote.Response;

/**
 * The status of an answer, which the connector is told at the last moment.
 *
 * <p>The connector ends a connection after some statuses, 400 and 503 among them, because they may
 * stand for a request whose end is not known. Ours answer whole requests, and under load each
 * refusal would cost a new connection. It looks at the status before it writes a header and after
 * the answer; between the two it asks whether to compress, and takes the status from what is there
 * then.
 */
final class LateStatus {

  private static final int HARMLESS = 200;
  private static final int NOTE = 1;

  private LateStatus() {}

  /** Sets a status with which the connection may live on. */
  static void set(Response response, int status) {
    response.setNote(NOTE, status);
    response.setStatus(HARMLESS);
  }

  /** The header is about to be written. */
  static void reveal(Response response) {
    if (response.getNote(NOTE) instanceof Integer status) {
      response.setStatus(status);
    }
  }

  /** The header is written. */
  static void conceal(Response response) {
    if (response.getNote(NOTE) instanceof Integer) {
      response.setNote(NOTE, null);
      response.setStatus(HARMLESS);
    }
  }
}
