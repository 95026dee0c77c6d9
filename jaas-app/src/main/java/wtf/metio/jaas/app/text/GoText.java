// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import wtf.metio.jaas.jsonnet.gotext.GoQuoting;

/**
 * Strings that came from outside as bytes.
 *
 * <p>Go strings hold any bytes. A byte that is no part of a character in UTF-8 is kept here as a
 * lone surrogate, U+DC00 plus the byte, so that it can be written as the reference would and equals
 * no name that is written properly.
 */
public final class GoText {

  private static final char KEPT_BYTE = '\udc00';
  private static final HexFormat HEX = HexFormat.of();

  private GoText() {}

  /** The text of these bytes. */
  public static String decode(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int length = lengthOfCharacter(bytes, at);
      if (length == 0) {
        text.append((char) (KEPT_BYTE + (bytes[at++] & 0xff)));
      } else {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return text.toString();
  }

  /** The same text with a replacement character for every byte that was none. */
  public static String repaired(String text) {
    return text.codePoints()
        .map(point -> isKeptByte(point) ? 0xfffd : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text in double quotes, with what cannot be printed escaped. */
  public static String quote(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> appendQuoted(quoted, point));
    return quoted.append('"').toString();
  }

  /** The text without quotes, with what cannot be printed escaped: it stays on its line. */
  public static String oneLine(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                line.append((char) point);
              } else {
                appendQuoted(line, point);
              }
            });
    return line.toString();
  }

  /** The text as a JSON string that is also safe inside HTML, as Go's encoder writes it. */
  public static String json(String text) {
    return json(text, true);
  }

  /** The text as a JSON string with nothing escaped but what must be, as Go's logger writes it. */
  public static String plainJson(String text) {
    return json(text, false);
  }

  private static String json(String text, boolean safeInHtml) {
    var json = new StringBuilder("\"");
    repaired(text).codePoints().forEach(point -> appendJson(json, point, safeInHtml));
    return json.append('"').toString();
  }

  private static boolean isKeptByte(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static void appendQuoted(StringBuilder quoted, int point) {
    if (isKeptByte(point)) {
      quoted.append("\\x").append(HEX.toHexDigits((byte) (point - KEPT_BYTE)));
    } else {
      GoQuoting.append(point, quoted);
    }
  }

  /** Letters, marks, numbers, punctuation and symbols; of all spaces only the usual one. */
  public static boolean isPrintable(int point) {
    return GoQuoting.isPrintable(point);
  }

  private static void appendJson(StringBuilder json, int point, boolean safeInHtml) {
    switch (point) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        if (point < 0x20
            || point == 0x2028
            || point == 0x2029
            || safeInHtml && "<>&".indexOf(point) >= 0) {
          appendEscape(json, point);
        } else {
          json.appendCodePoint(point);
        }
      }
    }
  }

  private static void appendEscape(StringBuilder json, int point) {
    json.append("\\u").append(HEX.toHexDigits((short) point));
  }

  /** How many bytes the character at this place has; zero if there is none. */
  private static int lengthOfCharacter(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    // The decoder knows the ranges of the second byte: what it replaces is no character.
    var decoded = new String(bytes, at, length, StandardCharsets.UTF_8);
    return decoded.codePointCount(0, decoded.length()) == 1 && decoded.codePointAt(0) != 0xfffd
            || isReplacementCharacter(bytes, at)
        ? length
        : 0;
  }

  private static boolean isReplacementCharacter(byte[] bytes, int at) {
    return bytes[at] == (byte) 0xef && bytes[at + 1] == (byte) 0xbf && bytes[at + 2] == (byte) 0xbd;
  }
}
