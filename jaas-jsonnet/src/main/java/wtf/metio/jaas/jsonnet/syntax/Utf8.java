// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 the way the reference does: each <em>byte</em> that is part of no valid sequence
 * becomes one replacement character. The JDK replaces a whole broken sequence by one.
 */
final class Utf8 {

  /** What stands for a byte that is part of no valid sequence. */
  static final int REPLACEMENT = 0xFFFD;

  private Utf8() {}

  /** The text of a range. */
  static String decode(byte[] bytes, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (bytes[i] < 0) {
        return decodeMixed(bytes, begin, end);
      }
    }
    return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
  }

  private static String decodeMixed(byte[] bytes, int begin, int end) {
    var text = new StringBuilder(end - begin);
    int i = begin;
    while (i < end) {
      int code = codePoint(bytes, i, end);
      text.appendCodePoint(code);
      i += width(bytes, i, code);
    }
    return text.toString();
  }

  /** The code point that begins at an offset; {@link #REPLACEMENT} if none does. */
  static int codePoint(byte[] bytes, int at, int end) {
    int lead = bytes[at];
    if (lead >= 0) {
      return lead;
    }
    if ((lead & 0xE0) == 0xC0) {
      return checked(bytes, at, end, 2, lead & 0x1F, 0x80);
    }
    if ((lead & 0xF0) == 0xE0) {
      return checked(bytes, at, end, 3, lead & 0x0F, 0x800);
    }
    return (lead & 0xF8) == 0xF0 ? checked(bytes, at, end, 4, lead & 0x07, 0x1_0000) : REPLACEMENT;
  }

  /** How many bytes the code point takes that {@link #codePoint} found at an offset. */
  static int width(byte[] bytes, int at, int code) {
    if (code < 0x80) {
      return 1;
    }
    if (code == REPLACEMENT && !isReplacement(bytes, at)) {
      return 1;
    }
    return code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }

  /** Whether the three bytes of a replacement character itself stand at an offset. */
  private static boolean isReplacement(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBF
        && bytes[at + 2] == (byte) 0xBD;
  }

  private static int checked(byte[] bytes, int at, int end, int width, int bits, int least) {
    if (at + width > end) {
      return REPLACEMENT;
    }
    int code = bits;
    for (int i = at + 1; i < at + width; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return REPLACEMENT;
      }
      code = code << 6 | bytes[i] & 0x3F;
    }
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least || code > 0x10FFFF || surrogate ? REPLACEMENT : code;
  }
}
