// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Locale;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;

/** An archive whose bytes are asked for when they are wanted, and handed on as they come. */
final class S3Content implements StoredContent {

  private static final int PIECE = 64 << 10;

  private final Bucket bucket;
  private final String key;
  private final String tag;
  private final StoredArchive archive;

  S3Content(Bucket bucket, String key, String tag, StoredArchive archive) {
    this.bucket = bucket;
    this.key = key;
    this.tag = tag;
    this.archive = archive;
  }

  @Override
  public StoredArchive archive() {
    return archive;
  }

  @Override
  public void copy(long offset, long length, WritableByteChannel target) throws IOException {
    if (length <= 0) {
      return;
    }
    var request = GetObjectRequest.builder().key(key).ifMatch(tag.isEmpty() ? null : tag);
    if (offset > 0 || length < archive.size()) {
      request.range(String.format(Locale.ROOT, "bytes=%d-%d", offset, offset + length - 1));
    }
    var gone = new IOException("it was removed or replaced");
    var stream = bucket.open(request).orElseThrow(() -> bucket.failures().torn(gone));
    boolean whole = false;
    try {
      pump(stream, length, target);
      whole = true;
    } finally {
      finish(stream, whole);
    }
  }

  @Override
  public void close() {
    // Every copy closes what it opened.
  }

  private void pump(InputStream stream, long length, WritableByteChannel target)
      throws IOException {
    var piece = new byte[(int) Math.min(PIECE, length)];
    for (long left = length; left > 0; ) {
      int count = read(stream, piece, (int) Math.min(piece.length, left));
      var bytes = ByteBuffer.wrap(piece, 0, count);
      while (bytes.hasRemaining()) {
        target.write(bytes);
      }
      left -= count;
    }
  }

  /** Reads at least a byte. Failures of the store are told from those of the target here. */
  private int read(InputStream stream, byte[] piece, int most) {
    try {
      int count = stream.read(piece, 0, most);
      if (count < 0) {
        throw bucket.failures().torn(new IOException("it ended too early"));
      }
      return count;
    } catch (IOException | SdkException e) {
      throw bucket.failures().torn(e);
    }
  }

  /** A connection whose answer was not read to the end is of no use to anybody else. */
  private static void finish(ResponseInputStream<GetObjectResponse> stream, boolean whole) {
    try (stream) {
      if (!whole) {
        stream.abort();
      }
    } catch (IOException _) {
      // Nothing is left to be done with it.
    }
  }
}
