// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;

/**
 * What we write on an object, and by which we know ours.
 *
 * @param revision that it holds
 * @param digest of its bytes
 * @param stored when, by our clock, in whole milliseconds
 */
record Label(Revision revision, Digest digest, Instant stored) {

  private static final String REVISION = "jaas-revision";
  private static final String DIGEST = "jaas-digest";
  private static final String STORED = "jaas-stored";

  /** As metadata of an object. */
  Map<String, String> metadata() {
    return Map.of(REVISION, revision.text(), DIGEST, digest.text(), STORED, stored.toString());
  }

  /** The label on an object; empty if it has none, an unreadable one or that of another archive. */
  static Optional<Label> on(Map<String, String> metadata, Revision expected) {
    try {
      var label =
          new Label(
              new Revision(metadata.getOrDefault(REVISION, "")),
              new Digest(metadata.getOrDefault(DIGEST, "")),
              Instant.parse(metadata.getOrDefault(STORED, "")));
      return Optional.of(label).filter(it -> it.revision().equals(expected));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
