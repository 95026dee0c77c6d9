// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.SequencedSet;
import wtf.metio.jaas.domain.source.FileTree;

/**
 * The files of a source, at hand. They do not change, and are given back when they are closed.
 *
 * <p>Any number of threads may read at once.
 */
public interface SourceTree extends AutoCloseable {

  /** The files, for an evaluation. */
  FileTree files();

  /** The paths of all files, in the order of their bytes. */
  SequencedSet<String> paths();

  /** The size of all files together. */
  long bytes();

  @Override
  void close();
}
