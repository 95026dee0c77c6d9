// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;

/** An archive that is read from its file. */
final class StoredFile implements StoredContent {

  private static final int PIECE = 64 << 10;

  private final StoredArchive archive;
  private final FileChannel file;
  private final Failures failures;

  StoredFile(StoredArchive archive, FileChannel file, Failures failures) {
    this.archive = archive;
    this.file = file;
    this.failures = failures;
  }

  @Override
  public StoredArchive archive() {
    return archive;
  }

  @Override
  public void copy(long offset, long length, WritableByteChannel target) throws IOException {
    var piece = ByteBuffer.allocate((int) Math.min(PIECE, length));
    long end = offset + length;
    for (long at = offset; at < end; at += piece.limit()) {
      read(at, piece.clear().limit((int) Math.min(piece.capacity(), end - at)));
      while (piece.hasRemaining()) {
        target.write(piece);
      }
    }
  }

  @Override
  public Optional<FileChannel> file() {
    return Optional.of(file);
  }

  /** Fills a buffer and turns it round. */
  private void read(long at, ByteBuffer piece) {
    try {
      while (piece.hasRemaining()) {
        if (file.read(piece, at + piece.position()) < 0) {
          throw shrunk();
        }
      }
      piece.flip();
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  private static StoreUnavailableException shrunk() {
    return new StoreUnavailableException(
        StoreProblem.BROKEN,
        "an archive in the store became shorter while it was read",
        new IOException("unexpected end of file"));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException _) {
      // It was only read.
    }
  }
}
