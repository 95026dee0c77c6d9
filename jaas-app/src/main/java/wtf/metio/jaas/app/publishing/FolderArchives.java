// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.nio.file.Path;
import wtf.metio.jaas.directory.pass.DescribedSources;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;
import wtf.metio.jaas.source.ArtifactAddress;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.local.LocalSources;

/**
 * Sources whose files lie among the manifests, or on other servers. An address without a scheme is
 * a path from the root of the folder, of a folder or an archive.
 */
public final class FolderArchives implements DescribedSources {

  private final LocalSources local;
  private final ArtifactSources downloads;

  /**
   * Sources in a folder, and those that are downloaded.
   *
   * @param files the files of the folder, confined to it
   */
  public FolderArchives(Path folder, FileTree files, ArtifactSources downloads) {
    this.local = new LocalSources(folder, files, downloads);
    this.downloads = downloads;
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

  private static Location notReady(SourceManifest source, String why) {
    return new Location.Unavailable(
        new SourceProblem(
            Reason.SOURCE_NOT_READY,
            source.kind() + ' ' + source.metadata().name() + ": " + why,
            Retry.WITH_BACKOFF));
  }
}
