// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for bytes eight at a time: strings and comments are most of a source, and most of what is
 * in them means nothing to the lexer.
 */
final class ByteSearch {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private ByteSearch() {}

  /** The offset of the first byte that is one of two; the length if there is none. */
  static int either(byte[] bytes, int from, byte one, byte other) {
    long ones = (one & 0xFF) * ONES;
    long others = (other & 0xFF) * ONES;
    int at = from;
    for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
      long word = (long) EIGHT.get(bytes, at);
      long found = zeroBytes(word ^ ones) | zeroBytes(word ^ others);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < bytes.length && bytes[at] != one && bytes[at] != other) {
      at++;
    }
    return at;
  }

  /** The high bit of the first byte that is zero; bits further up may be set by its borrow. */
  private static long zeroBytes(long word) {
    return word - ONES & ~word & HIGH_BITS;
  }
}
