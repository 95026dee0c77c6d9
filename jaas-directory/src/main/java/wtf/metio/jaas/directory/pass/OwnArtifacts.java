// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;

/** What other snippets of the same folder publish, read from the store. */
final class OwnArtifacts {

  private final StoredSources stored;
  private final Statuses statuses;

  OwnArtifacts(StoredSources stored, Statuses statuses) {
    this.stored = stored;
    this.statuses = statuses;
  }

  Location locate(ResourceName owner, SourceReference reference) {
    return statuses
        .of(owner)
        .ledger()
        .announced()
        .map(archive -> stored.locate(owner, archive, reference))
        .orElseGet(
            () ->
                new Location.Unavailable(
                    new SourceProblem(
                        Reason.SOURCE_NOT_READY,
                        reference.kind() + ' ' + owner + ": source has no status.artifact yet",
                        Retry.WITH_BACKOFF)));
  }
}
