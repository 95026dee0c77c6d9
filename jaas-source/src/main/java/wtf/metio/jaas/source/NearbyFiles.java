// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.util.Optional;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.source.cache.Pack;

/**
 * Files that need no download: they lie on this machine or in a store of this process.
 *
 * <p>They may change at any time. What is made of them is a tree of its own that does not.
 */
public interface NearbyFiles {

  /** Identifies the content that {@link #pack} is to pack: equal revisions are equal files. */
  String revision();

  /**
   * Packs the files, on a thread that may block.
   *
   * @return why that cannot be done; empty if everything was packed and is what the revision says
   */
  Optional<SourceProblem> pack(Pack pack);
}
