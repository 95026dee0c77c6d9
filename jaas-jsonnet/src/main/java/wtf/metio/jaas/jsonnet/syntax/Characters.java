// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.Locale;

/** Classes of bytes, and how messages show a character. */
final class Characters {

  private static final byte WORD_START = 1;
  private static final byte WORD_PART = 2;
  private static final byte SYMBOL = 4;

  private static final byte[] CLASSES = classes();

  private Characters() {}

  private static byte[] classes() {
    var classes = new byte[256];
    for (int c = 'a'; c <= 'z'; c++) {
      classes[c] = WORD_START | WORD_PART;
      classes[c - 'a' + 'A'] = WORD_START | WORD_PART;
    }
    classes['_'] = WORD_START | WORD_PART;
    for (int c = '0'; c <= '9'; c++) {
      classes[c] = WORD_PART;
    }
    "!$:~+-&|^=<>*/%".chars().forEach(c -> classes[c] = SYMBOL);
    return classes;
  }

  static boolean beginsWord(byte b) {
    return (CLASSES[b & 0xFF] & WORD_START) != 0;
  }

  static boolean continuesWord(byte b) {
    return (CLASSES[b & 0xFF] & WORD_PART) != 0;
  }

  static boolean isSymbol(byte b) {
    return CLASSES[b & 0xFF] == SYMBOL;
  }

  static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  /** A character in single quotes, in ASCII; a negative one is the end of the text. */
  static String quoted(int code) {
    return '\'' + escaped(code) + '\'';
  }

  private static String escaped(int code) {
    return switch (code) {
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0x0B -> "\\v";
      case '\\' -> "\\\\";
      case '\'' -> "\\'";
      default -> byNumber(code < 0 ? Utf8.REPLACEMENT : code);
    };
  }

  private static String byNumber(int code) {
    if (code >= ' ' && code < 0x7F) {
      return Character.toString(code);
    }
    String form = code < 0x80 ? "\\x%02x" : code < 0x1_0000 ? "\\u%04x" : "\\U%08x";
    return String.format(Locale.ROOT, form, code);
  }
}
