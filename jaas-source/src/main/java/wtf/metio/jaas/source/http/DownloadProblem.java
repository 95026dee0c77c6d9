// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

/** Why a download failed. */
public enum DownloadProblem {
  /** The address, a redirect or what a name resolved to may not be fetched. */
  FORBIDDEN(true),
  /** The server says that the request is at fault. */
  REJECTED(true),
  /** There is more than there may be. */
  TOO_LARGE(true),
  /** The server is in trouble, or asks to come back later. */
  SERVER(false),
  /** There was no connection, or it broke. */
  NETWORK(false),
  /** It took too long. */
  TIMEOUT(false),
  /** Nobody waits for it any more. */
  CANCELLED(false);

  private final boolean permanent;

  DownloadProblem(boolean permanent) {
    this.permanent = permanent;
  }

  /** Whether the same request would fail again in the same way. */
  public boolean isPermanent() {
    return permanent;
  }
}
