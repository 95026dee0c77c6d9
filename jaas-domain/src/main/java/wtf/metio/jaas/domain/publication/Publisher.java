// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;

/** Tells the world where an archive is. Any number of threads may call at once. */
public interface Publisher {

  /** What came of an announcement. */
  sealed interface Announcement {

    /**
     * The world knows, or knew.
     *
     * @param url of the archive
     * @param changed whether it was told anything new
     */
    record Known(String url, boolean changed) implements Announcement {}

    /** It could not be told. */
    record Refused(Reason reason, String message, Retry retry) implements Announcement {}

    /** This process may not announce anything any more. */
    record Fenced() implements Announcement {}
  }

  /** Announces an archive as the current one of a snippet; again it has no effect. */
  Announcement announce(Snippet snippet, StoredArchive archive, Tenant tenant, Fence fence);
}
