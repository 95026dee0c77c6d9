// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.gotext;

import java.util.HexFormat;

/** Strings and characters as messages quote them, which is as Go's {@code strconv} does. */
public final class GoQuoting {

  private static final HexFormat HEX = HexFormat.of();

  private GoQuoting() {}

  /** Between double quotes; what cannot be printed is escaped. */
  public static String quote(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(point -> append(point, out));
    return out.append('"').toString();
  }

  /** A character as it stands between double quotes. */
  public static void append(int codePoint, StringBuilder out) {
    append(codePoint, '"', isPrintable(codePoint), out);
  }

  /** Between single quotes, in ASCII alone. */
  public static String quoteToAscii(int codePoint) {
    var out = new StringBuilder().append('\'');
    append(codePoint, '\'', codePoint >= ' ' && codePoint < 0x7F, out);
    return out.append('\'').toString();
  }

  private static void append(int point, char quote, boolean printable, StringBuilder out) {
    if (point == quote || point == '\\') {
      out.append('\\').append((char) point);
    } else if (printable) {
      out.appendCodePoint(point);
    } else {
      escape(point, out.append('\\'));
    }
  }

  private static void escape(int point, StringBuilder out) {
    switch (point) {
      case 0x07 -> out.append('a');
      case '\b' -> out.append('b');
      case '\f' -> out.append('f');
      case '\n' -> out.append('n');
      case '\r' -> out.append('r');
      case '\t' -> out.append('t');
      case 0x0B -> out.append('v');
      default -> code(point, out);
    }
  }

  private static void code(int point, StringBuilder out) {
    if (point < ' ' || point == 0x7F) {
      out.append('x').append(HEX.toHexDigits((byte) point));
    } else if (point < 0x10000) {
      out.append('u').append(HEX.toHexDigits((short) point));
    } else {
      out.append('U').append(HEX.toHexDigits(point));
    }
  }

  /** Letters, marks, numbers, punctuation, symbols, and of all spaces the ASCII one. */
  public static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR -> point == ' ';
      case Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
