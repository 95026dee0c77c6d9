// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.time.Duration;

/**
 * A request for an archive that has ended.
 *
 * @param outcome in one word
 * @param status of HTTP; zero if there was no answer, or not all of it
 * @param bytes of archives that were sent
 * @param elapsed from the whole header to the last byte
 */
public record EndedDownload(Outcome outcome, int status, long bytes, Duration elapsed) {

  /** How requests end. */
  public enum Outcome {
    /** All of it was sent. */
    SERVED,
    /** Parts were sent. */
    PARTIAL,
    /** The client has it. */
    NOT_MODIFIED,
    /** The client has or expects another one. */
    PRECONDITION_FAILED,
    /** The client wants parts that there are not. */
    RANGE_NOT_SATISFIABLE,
    /** There is nothing at this address. */
    NOT_FOUND,
    /** Archives can only be fetched. */
    METHOD_NOT_ALLOWED,
    /** The store does not answer. */
    STORE_UNREACHABLE,
    /** The store failed, before the answer or in the middle of it. */
    STORE_FAILED,
    /** The client went away or was too slow. */
    CLIENT_GONE
  }
}
