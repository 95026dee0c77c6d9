// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A header block of a tar, on its way in. */
final class TarHeader {

  private static final int SIZE_FIELD = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;

  private final byte[] block;

  private TarHeader(byte[] block) {
    this.block = block;
  }

  /** Reads a block that is not all zeros. */
  static TarHeader of(byte[] block) throws RefusedArchiveException {
    var header = new TarHeader(block);
    header.verify();
    return header;
  }

  /** What kind of member this is. */
  char type() {
    return (char) (block[TYPE] & 0xff);
  }

  /** The name, with the folders that stand in a field of their own. */
  String name() {
    var name = text(0, TarBlock.NAME_LENGTH);
    if (!text(MAGIC, 6).equals("ustar")) {
      return name;
    }
    var prefix = text(PREFIX, TarBlock.PREFIX_LENGTH);
    return prefix.isEmpty() ? name : prefix + '/' + name;
  }

  /** The size of the content; not negative. */
  long size() throws RefusedArchiveException {
    long size = number(SIZE_FIELD, 12);
    if (size < 0) {
      throw RefusedArchiveException.damaged("a file in the archive has a negative size");
    }
    return size;
  }

  // Some writers count bytes as signed numbers.
  private void verify() throws RefusedArchiveException {
    long wanted = number(CHECKSUM, 8);
    int unsigned = 0;
    int signed = 0;
    for (int i = 0; i < block.length; i++) {
      byte b = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : block[i];
      unsigned += b & 0xff;
      signed += b;
    }
    if (wanted != unsigned && wanted != signed) {
      throw RefusedArchiveException.damaged("a header in the archive is damaged");
    }
  }

  private String text(int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return new String(block, offset, end - offset, StandardCharsets.UTF_8);
  }

  private long number(int offset, int length) throws RefusedArchiveException {
    return (block[offset] & 0x80) != 0 ? binary(offset, length) : octal(offset, length);
  }

  private long octal(int offset, int length) throws RefusedArchiveException {
    var digits =
        new String(block, offset, length, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    if (digits.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(digits.split(" ", 2)[0], 8);
    } catch (NumberFormatException e) {
      throw RefusedArchiveException.damaged("a number in the archive is damaged");
    }
  }

  /** A number of two's complement whose first bit says only that it is one. */
  private long binary(int offset, int length) throws RefusedArchiveException {
    boolean negative = (block[offset] & 0x40) != 0;
    long value = negative ? -1 : 0;
    var bytes = Arrays.copyOfRange(block, offset, offset + length);
    bytes[0] = (byte) (negative ? bytes[0] | 0x80 : bytes[0] & 0x7f);
    for (byte b : bytes) {
      if (value >> 55 != (negative ? -1 : 0)) {
        throw RefusedArchiveException.damaged("a number in the archive is damaged");
      }
      value = value << 8 | b & 0xff;
    }
    return value;
  }
}
