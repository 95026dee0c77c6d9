// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.nio.charset.StandardCharsets;

/**
 * Between bytes and strings.
 *
 * <p>The decoder of the platform replaces a damaged <em>sequence</em> by one U+FFFD. The language
 * wants one for every damaged <em>byte</em>, which can be seen in lengths and indices.
 */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The text of all bytes; never fails, every byte that belongs to no character is one U+FFFD. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** The text of {@code length} bytes from {@code offset} on, as {@link #decode(byte[])}. */
  public static String decode(byte[] bytes, int offset, int length) {
    var text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    // Damage always leaves a replacement behind; without one the fast decoder was right.
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeByteByByte(bytes, offset, length);
  }

  /** The bytes of a well-formed string. */
  public static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How many bytes {@link #encode(String)} makes of a well-formed string, without making them. */
  public static int encodedLength(String text) {
    var length = text.length();
    var bytes = length;
    for (var at = 0; at < length; at++) {
      var c = text.charAt(at);
      if (c >= 0x80) {
        // Each half of a pair counts two of the four bytes.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }

  /**
   * Writes a well-formed string into {@code out}.
   *
   * @param at where the first byte goes; there must be room for three bytes a {@code char}, or for
   *     {@link #encodedLength}
   * @return the position after the last byte
   */
  public static int encode(String text, byte[] out, int at) {
    var next = at;
    for (int i = 0, length = text.length(); i < length; i++) {
      var c = text.charAt(i);
      if (c < 0x80) {
        out[next++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        next = encode(text.codePointAt(i++), out, next);
      } else {
        next = encode(c, out, next);
      }
    }
    return next;
  }

  /**
   * Writes one code point, one to four bytes.
   *
   * @return the position after the last byte
   */
  static int encode(int codePoint, byte[] out, int at) {
    var next = at;
    if (codePoint < 0x80) {
      out[next++] = (byte) codePoint;
      return next;
    }
    if (codePoint < 0x800) {
      out[next++] = (byte) (0xC0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        out[next++] = (byte) (0xE0 | codePoint >> 12);
      } else {
        out[next++] = (byte) (0xF0 | codePoint >> 18);
        out[next++] = continuation(codePoint >> 12);
      }
      out[next++] = continuation(codePoint >> 6);
    }
    out[next++] = continuation(codePoint);
    return next;
  }

  /** The same text, with U+FFFD in place of every surrogate that has no partner. */
  public static String wellFormed(String text) {
    for (int at = 0, length = text.length(); at < length; at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
          return replaceLoneSurrogates(text);
        }
        at++;
      }
    }
    return text;
  }

  private static String replaceLoneSurrogates(String text) {
    var result = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? REPLACEMENT : point)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | bits & 0x3F);
  }

  private static String decodeByteByByte(byte[] bytes, int offset, int length) {
    var result = new StringBuilder(length);
    var end = offset + length;
    for (var at = offset; at < end; ) {
      var size = validLength(bytes, at, end);
      result.appendCodePoint(size == 0 ? REPLACEMENT : codePoint(bytes, at, size));
      at += Math.max(size, 1);
    }
    return result.toString();
  }

  /** The length of the character that begins at {@code at}; 0 if none does. */
  private static int validLength(byte[] bytes, int at, int end) {
    var first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    var size = sequenceLength((byte) first);
    if (first < 0xC2 || first > 0xF4 || at + size > end || !secondFits(first, bytes[at + 1])) {
      return 0;
    }
    for (var i = 2; i < size; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return size;
  }

  /** The length of a well-formed character by its first byte. */
  private static int sequenceLength(byte first) {
    return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
  }

  /** Overlong forms, surrogates and values above U+10FFFF all show in the second byte. */
  private static boolean secondFits(int first, byte next) {
    var second = next & 0xFF;
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }

  private static int codePoint(byte[] bytes, int at, int size) {
    if (size == 1) {
      return bytes[at];
    }
    var point = bytes[at] & 0xFF >> size + 1;
    for (var i = 1; i < size; i++) {
      point = point << 6 | bytes[at + i] & 0x3F;
    }
    return point;
  }
}
