// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import wtf.metio.jaas.jsonnet.text.Utf8;

/** Classes of bytes, and the code point behind some. */
final class Characters {

  /** What stands for a byte that is part of no code point. */
  static final int REPLACEMENT = 0xFFFD;

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

  /** The code point that begins at an offset; {@link #REPLACEMENT} at the end. */
  static int codePoint(byte[] bytes, int at, int end) {
    int length = Math.min(4, end - at);
    return length <= 0 ? REPLACEMENT : Utf8.decode(bytes, at, length).codePointAt(0);
  }
}
