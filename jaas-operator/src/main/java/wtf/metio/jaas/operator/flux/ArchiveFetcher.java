// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.operator.resource.SourceResource;

/** Knows how to bring an archive once its address is known. Any number of threads may call. */
@FunctionalInterface
public interface ArchiveFetcher {

  /**
   * Where the files of an archive are; brings nothing.
   *
   * @param path the wanted part, as its author wrote it; empty for all
   */
  Location locate(SourceResource source, String path);
}
