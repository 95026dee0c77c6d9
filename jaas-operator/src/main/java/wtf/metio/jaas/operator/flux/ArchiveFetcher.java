// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.resource.SourceResource;

/** Knows how to bring an archive once its address is known. Any number of threads may call. */
public interface ArchiveFetcher {

  /**
   * An archive that a snippet of this installation published, as its ExternalArtifact says. Whoever
   * may write that object may say what he likes.
   *
   * @param owner of the archive
   * @param digest of its bytes
   */
  record OwnArchive(ResourceName owner, Revision revision, Digest digest) {}

  /**
   * Where the files of an archive are; brings nothing.
   *
   * @param path the wanted part, as its author wrote it; empty for all
   */
  Location locate(SourceResource source, String path);

  /**
   * Where the files of an archive in the own store are; brings nothing.
   *
   * @param path as above
   * @return empty if the store does not hold this revision of this owner with this very digest: it
   *     is to be located as any other archive then
   */
  Optional<Location> locateStored(OwnArchive archive, String path);
}
