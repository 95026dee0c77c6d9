// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.io.IOException;

/** The API server answered that it will not list or watch. */
final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int code;

  /** Refused with a code of HTTP. */
  RefusedException(int code, String message) {
    super("the API server answered " + code + ": " + message);
    this.code = code;
  }

  /** The kind is not known, or the path is not. */
  boolean isUnknown() {
    return code == 404;
  }

  /** The position is of no use any more: too old, or newer than anything the server has. */
  boolean isPosition() {
    return code == 410 || code == 504;
  }

  /** This identity may not. */
  boolean isForbidden() {
    return code == 401 || code == 403;
  }
}
