// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip, one member after another until the stream ends.
 *
 * <p>The JDK's own stream takes whatever follows a member for the end, and looks for a further
 * member only where the source happens to have bytes at hand; a truncated or patched archive would
 * pass for a whole one.
 */
final class GzipInput extends InputStream {

  private static final int BUFFER = 32 << 10;

  private static final int HEADER_CHECK = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean ended;

  GzipInput(InputStream in) throws IOException {
    this.in = in;
    if (!beginMember()) {
      throw RefusedArchiveException.damaged("the archive is empty");
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int produced = inflate(target, offset, length);
      if (produced > 0) {
        check.update(target, offset, produced);
        return produced;
      }
      if (inflater.finished()) {
        endMember();
        ended = !beginMember();
      }
    }
    return -1;
  }

  /** Gives the memory of the decompressor back; the source stays open. */
  void release() {
    inflater.end();
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int produced = inflater.inflate(target, offset, length);
      if (produced == 0 && inflater.needsDictionary()) {
        throw RefusedArchiveException.damaged("the archive is not compressed as gzip asks");
      }
      if (produced == 0 && inflater.needsInput()) {
        fill();
        inflater.setInput(buffer, position, limit - position);
        position = limit;
      }
      return produced;
    } catch (DataFormatException e) {
      throw RefusedArchiveException.damaged("the compressed data is damaged");
    }
  }

  /** Reads the head of a member; false if the stream ended before. */
  private boolean beginMember() throws IOException {
    if (position == limit && !filled()) {
      return false;
    }
    check.reset();
    if (next() != 0x1f || next() != 0x8b || next() != 8) {
      throw RefusedArchiveException.damaged("this is not a gzip archive");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw RefusedArchiveException.damaged("the gzip header has unknown flags");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECK) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, position, limit - position);
    position = limit;
    return true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    if (nextInt() != (int) check.getValue() || nextInt() != (int) inflater.getBytesWritten()) {
      throw RefusedArchiveException.damaged("the checksum of the archive is wrong");
    }
  }

  private int nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // The bound on the compressed bytes ends an endless one.
    }
  }

  private int next() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++] & 0xff;
  }

  private void fill() throws IOException {
    if (!filled()) {
      throw RefusedArchiveException.damaged("the archive ends too early");
    }
  }

  private boolean filled() throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(0, read);
    return read > 0;
  }
}
