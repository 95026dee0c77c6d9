// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.operating;

import java.util.Optional;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.operator.flux.ArchiveFetcher;
import wtf.metio.jaas.operator.resource.SourceResource;
import wtf.metio.jaas.source.ArtifactAddress;
import wtf.metio.jaas.source.ArtifactSources;
import wtf.metio.jaas.source.StoredSource;

/** Archives of other servers, and those of our own store, which need not be asked for. */
public record StoreArchives(ArtifactSources downloads, ArtifactStore store)
    implements ArchiveFetcher {

  @Override
  public Location locate(SourceResource source, String path) {
    return downloads.locate(
        new ArtifactAddress(source.url(), source.revision(), source.digest()), path);
  }

  @Override
  public Optional<Location> locateStored(OwnArchive archive, String path) {
    return isStored(archive)
        ? Optional.of(
            downloads.locate(
                new StoredSource(
                    "ExternalArtifact " + archive.owner(),
                    archive.digest(),
                    () -> store.open(archive.owner(), archive.revision())),
                path))
        : Optional.empty();
  }

  private boolean isStored(OwnArchive archive) {
    try {
      return store
          .find(archive.owner(), archive.revision())
          .filter(stored -> stored.digest().equals(archive.digest()))
          .isPresent();
    } catch (StoreUnavailableException _) {
      return false;
    }
  }
}
