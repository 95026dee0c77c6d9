// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import wtf.metio.jaas.directory.pass.DescribedSources;
import wtf.metio.jaas.directory.pass.StoredSources;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;
import wtf.metio.jaas.source.ArtifactAddress;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.StoredSource;
import wtf.metio.jaas.source.local.LocalSources;

/**
 * Sources whose files lie among the manifests, or on other servers. An address without a scheme is
 * a path from the root of the folder, of a folder or an archive.
 */
public final class FolderArchives implements DescribedSources, StoredSources {

  private final LocalSources local;
  private final ArtifactSources downloads;
  private final ArtifactStore store;

  /**
   * Sources in a folder, those that are downloaded, and what is stored.
   *
   * @param local those in the folder
   */
  public FolderArchives(LocalSources local, ArtifactSources downloads, ArtifactStore store) {
    this.local = local;
    this.downloads = downloads;
    this.store = store;
  }

  @Override
  public Location locate(SourceManifest source, String path) {
    if (!source.unready().isEmpty()) {
      return notReady(source, source.unready());
    }
    if (source.url().isEmpty()) {
      return notReady(source, "source has no status.artifact yet");
    }
    var address = new ArtifactAddress(source.url(), source.revision(), source.digest());
    return LocalSources.isLocal(source.url())
        ? local.locate(address, path)
        : downloads.locate(address, path);
  }

  @Override
  public Location locate(ResourceName owner, StoredArchive archive, SourceReference reference) {
    return downloads.locate(
        new StoredSource(
            reference.kind() + ' ' + owner,
            archive.digest(),
            () -> store.open(owner, archive.revision())),
        reference.path());
  }

  private static Location notReady(SourceManifest source, String why) {
    return new Location.Unavailable(
        new SourceProblem(
            Reason.SOURCE_NOT_READY,
            source.kind() + ' ' + source.metadata().name() + ": " + why,
            Retry.WITH_BACKOFF));
  }
}
