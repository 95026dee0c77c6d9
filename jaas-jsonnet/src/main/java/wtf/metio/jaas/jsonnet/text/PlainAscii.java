// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds what may have to be escaped among ASCII characters, eight at a time. */
final class PlainAscii {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;

  private PlainAscii() {}

  /**
   * The position of the first character from {@code from} on that is a control character, a double
   * quote or a backslash; the length if there is none.
   *
   * @param bytes ASCII alone
   */
  static int runEnd(byte[] bytes, int from) {
    var at = from;
    while (at <= bytes.length - Long.BYTES) {
      var found = suspects((long) WORDS.get(bytes, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >> 3);
      }
      at += Long.BYTES;
    }
    while (at < bytes.length && (suspects(bytes[at] & 0xFF) & 0x80) == 0) {
      at++;
    }
    return at;
  }

  /**
   * Sets the top bit of the first suspect byte, and of none before it.
   *
   * <p>A byte below the one subtracted borrows into its own top bit; only U+007F carries into it. A
   * borrow or carry that goes further touches bytes after the first alone.
   */
  private static long suspects(long bytes) {
    var control = bytes - 0x20 * ONES;
    var quote = (bytes ^ '"' * ONES) - ONES;
    var backslash = (bytes ^ '\\' * ONES) - ONES;
    return (control | quote | backslash | bytes + ONES) & TOPS;
  }
}
