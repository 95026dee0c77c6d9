// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import java.time.Duration;

/** Hears how feeds are doing. Called on their threads; must not block. */
public interface FeedListener {

  /** Everything was listed. */
  default void listed(Selection selection, int objects, Duration took) {}

  /** The connection broke or the server refused; it is tried again after a while. */
  default void interrupted(Selection selection, String why, Duration pause) {}

  /** Nothing was heard for so long that the server or the connection must be dead. */
  default void silent(Selection selection) {}

  /** A position was given up: everything is listed anew. */
  default void lost(Selection selection, String why) {}

  /** The API server does not know the kind, or does not know it any more. */
  default void absent(Selection selection) {}

  /** An object could not be taken in, which is a mistake of ours; the others go on. */
  default void broke(Selection selection, Throwable defect) {}
}
