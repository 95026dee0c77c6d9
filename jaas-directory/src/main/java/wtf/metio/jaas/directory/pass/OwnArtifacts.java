// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.TreeMap;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;

/** What other snippets of the same folder publish, read from the store. */
final class OwnArtifacts {

  private final ArtifactStore store;
  private final Statuses statuses;
  private final ArchiveReader reader = new ArchiveReader(ArchiveLimits.DEFAULTS);

  OwnArtifacts(ArtifactStore store, Statuses statuses) {
    this.store = store;
    this.statuses = statuses;
  }

  Location locate(ResourceName owner, SourceReference reference) {
    var announced = statuses.of(owner).ledger().announced();
    return announced.isEmpty()
        ? new Location.Unavailable(
            new SourceProblem(
                Reason.SOURCE_NOT_READY,
                reference.kind() + ' ' + owner + ": source has no status.artifact yet",
                Retry.WITH_BACKOFF))
        : new Location.Found(
            announced.get().digest().text() + ' ' + reference.path(),
            _ -> fetch(owner, announced.get(), reference));
  }

  private Delivery fetch(ResourceName owner, StoredArchive archive, SourceReference reference) {
    var stored = store.open(owner, archive.revision());
    if (stored.isEmpty()) {
      return undelivered(
          reference.kind() + ' ' + owner + ": its archive is not there now", Retry.WITH_BACKOFF);
    }
    try (var content = stored.get()) {
      return unpacked(content, owner, reference);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private Delivery unpacked(StoredContent content, ResourceName owner, SourceReference reference)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    content.copy(0, content.archive().size(), Channels.newChannel(bytes));
    var files = new TreeMap<String, byte[]>();
    var outcome =
        reader.read(
            new ByteArrayInputStream(bytes.toByteArray()),
            Subtree.of(reference.path()),
            (name, file) -> files.put(name, file.readAllBytes()));
    return switch (outcome) {
      case Unpacked.Complete _ ->
          new Delivery.Delivered(new MemorySource(owner.toString(), new FileSet(files)));
      case Unpacked.Refused(_, var message) ->
          undelivered(reference.kind() + ' ' + owner + ": " + message, Retry.SLOWLY);
    };
  }

  private static Delivery undelivered(String message, Retry retry) {
    return new Delivery.Undelivered(new SourceProblem(Reason.SOURCE_FETCH_FAILED, message, retry));
  }
}
