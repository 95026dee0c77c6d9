// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

/** What became of a request. */
public sealed interface Reply {

  /** It was done; this is the object as it is now, or a status if it was deleted at once. */
  record Done(KubeObject object) implements Reply {}

  /**
   * The API server refused.
   *
   * @param code of HTTP
   * @param reason of the API server, such as {@code Forbidden}, {@code NotFound}, {@code Conflict},
   *     {@code Invalid}; empty if it gave none
   * @param message of the API server, bounded
   */
  record Refused(int code, String reason, String message) implements Reply {

    /** Whether the object, or its kind, is not there. */
    public boolean isNotFound() {
      return code == 404;
    }

    /** Whether somebody else wrote in between, or it is there already. */
    public boolean isConflict() {
      return code == 409;
    }

    /** Whether the identity may not do this. */
    public boolean isForbidden() {
      return code == 403;
    }

    /** Whether the token was not accepted. */
    public boolean isUnauthorized() {
      return code == 401;
    }

    /** Whether the same request would be refused again, whenever it is made. */
    public boolean isPermanent() {
      return code == 400 || code == 403 || code == 405 || code == 422;
    }
  }

  /** Nobody answered in time, or the connection broke; it may or may not have been done. */
  record Unanswered(String message) implements Reply {}
}
