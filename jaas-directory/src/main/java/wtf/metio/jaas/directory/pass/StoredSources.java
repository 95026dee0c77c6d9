// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;

/** Brings the files of archives that are in the store of this process. */
@FunctionalInterface
public interface StoredSources {

  /**
   * Looks where they are; the archive is opened when its files are wanted.
   *
   * @param owner of the archive
   * @param reference names the archive in messages, and the wanted part of it
   */
  SourceFetcher.Location locate(
      ResourceName owner, StoredArchive archive, SourceReference reference);
}
