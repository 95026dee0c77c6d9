// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;

/**
 * A small archive whose bytes are at hand.
 *
 * @param bytes not to be changed by anybody
 */
record StoredBytes(StoredArchive archive, byte[] bytes) implements StoredContent {

  @Override
  public void copy(long offset, long length, WritableByteChannel target) throws IOException {
    var part = ByteBuffer.wrap(bytes, Math.toIntExact(offset), Math.toIntExact(length));
    while (part.hasRemaining()) {
      target.write(part);
    }
  }

  @Override
  public void close() {
    // Memory alone.
  }
}
