// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A header of a tar archive, on its way out. */
final class TarBlock {

  static final int SIZE = 512;

  static final int NAME_LENGTH = 100;
  static final int PREFIX_LENGTH = 155;

  private static final int NAME = 0;
  private static final int MODE = 100;
  private static final int OWNER = 108;
  private static final int GROUP = 116;
  private static final int LENGTH = 124;
  private static final int MODIFIED = 136;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int DEVICE_MAJOR = 329;
  private static final int DEVICE_MINOR = 337;
  private static final int PREFIX = 345;

  private final byte[] bytes = new byte[SIZE];

  /**
   * A header without owner and time, so that equal files give equal headers.
   *
   * @param name at most {@link #NAME_LENGTH} ASCII characters
   * @param type what the tar format calls the type flag
   */
  TarBlock(String name, char type, int mode, long length) {
    text(NAME, name);
    octal(MODE, 8, mode);
    octal(OWNER, 8, 0);
    octal(GROUP, 8, 0);
    octal(LENGTH, 12, length);
    octal(MODIFIED, 12, 0);
    bytes[TYPE] = (byte) type;
    text(MAGIC, "ustar\0" + "00");
  }

  /** Adds what stands before the name, and the fields that only headers of files have. */
  TarBlock ofFile(String prefix) {
    octal(DEVICE_MAJOR, 8, 0);
    octal(DEVICE_MINOR, 8, 0);
    text(PREFIX, prefix);
    return this;
  }

  /** The finished block. */
  byte[] bytes() {
    Arrays.fill(bytes, CHECKSUM, CHECKSUM + 8, (byte) ' ');
    int sum = 0;
    for (byte b : bytes) {
      sum += b & 0xff;
    }
    octal(CHECKSUM, 7, sum);
    return bytes;
  }

  private void text(int offset, String text) {
    var ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, offset, ascii.length);
  }

  /** Digits with leading zeros and a NUL at the end. */
  private void octal(int offset, int width, long value) {
    var digits = Long.toOctalString(value);
    text(offset, "0".repeat(Math.max(0, width - 1 - digits.length())) + digits);
    bytes[offset + width - 1] = 0;
  }
}
