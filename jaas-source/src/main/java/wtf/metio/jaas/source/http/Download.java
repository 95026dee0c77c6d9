// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import wtf.metio.jaas.domain.artifact.Digest;

/** What came of a download. */
public sealed interface Download {

  /**
   * All of it is there.
   *
   * @param digest of the bytes that were received
   * @param bytes how many
   */
  record Complete(Digest digest, long bytes) implements Download {}

  /**
   * It is not; what was written until then is not to be used.
   *
   * @param message one sentence without a full stop, fit for the author of the address
   * @param bytes how many were received until then
   */
  record Failed(DownloadProblem problem, String message, long bytes) implements Download {}
}
