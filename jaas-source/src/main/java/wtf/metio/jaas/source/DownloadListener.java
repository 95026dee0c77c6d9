// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.time.Duration;

/** Is told of downloads, by any number of threads at once; may neither block nor throw. */
@FunctionalInterface
public interface DownloadListener {

  /** How a download ended. */
  enum Result {
    /** The archive is there and is the right one. */
    COMPLETE,
    /** Its address may not be fetched. */
    FORBIDDEN,
    /** The server refused it. */
    REJECTED,
    /** It is larger than it may be. */
    TOO_LARGE,
    /** It is not the one that the source speaks of. */
    WRONG_DIGEST,
    /** The server or the network failed. */
    FAILED,
    /** It took too long. */
    TIMED_OUT,
    /** Nobody waited for it any more. */
    CANCELLED
  }

  /**
   * A download that ended.
   *
   * @param bytes how many were received
   * @param duration from when it was its turn
   */
  record Ended(Result result, long bytes, Duration duration) {}

  /** A download ended. */
  void ended(Ended download);
}
