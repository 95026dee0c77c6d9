// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;

/** Brings the files of sources that are described in manifests. As {@link SourceFetcher}. */
@FunctionalInterface
public interface DescribedSources {

  /**
   * Looks where a source is.
   *
   * @param path the wanted part of its files, as its user wrote it; empty for all
   */
  SourceFetcher.Location locate(SourceManifest source, String path);
}
