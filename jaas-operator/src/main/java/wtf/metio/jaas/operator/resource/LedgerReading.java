// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.History;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.publication.Ledger;

/**
 * Reads what former passes left, in the status and in the status of the ExternalArtifact.
 *
 * <p>The two are written one after the other. Where they differ the process ended in between, or
 * somebody changed one of them: then the ExternalArtifact says what is announced, and what it was
 * made from is unknown.
 */
final class LedgerReading {

  private LedgerReading() {}

  /**
   * A ledger.
   *
   * @param published status of the ExternalArtifact; empty if nothing is known of it
   */
  static Ledger read(SnippetStatus status, JsonObject published) {
    var history = new History(status.history());
    return archive(published)
        .map(archive -> announced(status, archive, history))
        .orElseGet(() -> new Ledger(status.inputsDigest(), null, history));
  }

  private static Ledger announced(SnippetStatus status, StoredArchive archive, History history) {
    var current = history.current().map(Published::revision);
    return current.filter(archive.revision()::equals).isPresent()
        ? new Ledger(status.inputsDigest(), archive, history)
        : new Ledger("", archive, history.announced(archive.revision(), archive.stored()));
  }

  private static Optional<StoredArchive> archive(JsonObject status) {
    var artifact = Json.part(status, "artifact");
    var revision = Json.text(artifact, "revision");
    var digest = Json.text(artifact, "digest");
    var size = Json.number(artifact, "size");
    if (!Json.isHash(revision) || !Json.isHash(digest) || size <= 0) {
      return Optional.empty();
    }
    var stored = Json.time(artifact, "lastUpdateTime").orElse(Instant.EPOCH);
    return Optional.of(new StoredArchive(new Revision(revision), new Digest(digest), size, stored));
  }
}
