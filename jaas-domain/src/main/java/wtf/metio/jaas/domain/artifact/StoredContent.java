// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/** An open archive. Belongs to one thread. */
public interface StoredContent extends AutoCloseable {

  /** What is known of it. */
  StoredArchive archive();

  /**
   * Copies a part of the bytes, without reading them all into memory.
   *
   * @param offset of the first byte
   * @param length at most as many as there are from there
   * @throws StoreUnavailableException if the store fails in the middle
   * @throws IOException if the target does
   */
  void copy(long offset, long length, WritableByteChannel target) throws IOException;

  /**
   * The file that holds these bytes and nothing else, for whoever can send from a file; empty if
   * there is none. Closed with this.
   */
  default Optional<FileChannel> file() {
    return Optional.empty();
  }

  @Override
  void close();
}
