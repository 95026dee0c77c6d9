// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import wtf.metio.jaas.jsonnet.text.Utf8;

/** Resolves the escapes of a string in single or double quotes. */
final class Escapes {

  /** What is wrong with a literal. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private MalformedException(String text) {
      super(text, null, false, false);
    }
  }

  private static final int NO_CODE = -1;

  private final byte[] bytes;
  private final int begin;
  private final int end;
  private int at;

  private Escapes(byte[] bytes, int begin, int end) {
    this.bytes = bytes;
    this.begin = begin;
    this.end = end;
    this.at = begin;
  }

  /**
   * The text that the inside of a literal stands for.
   *
   * @throws MalformedException if an escape is none
   */
  static String resolve(byte[] bytes, int begin, int end) throws MalformedException {
    return new Escapes(bytes, begin, end).resolve();
  }

  private String resolve() throws MalformedException {
    var text = new StringBuilder(end - begin);
    int plain = begin;
    while (at < end) {
      if (bytes[at++] == '\\') {
        text.append(Utf8.decode(bytes, plain, at - 1 - plain)).appendCodePoint(escape());
        plain = at;
      }
    }
    return text.append(Utf8.decode(bytes, plain, end - plain)).toString();
  }

  private int escape() throws MalformedException {
    byte letter = bytes[at++];
    return switch (letter) {
      case '"', '\'', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default ->
          throw new MalformedException(
              "Unknown escape sequence in string literal: \\"
                  + Character.toString(Characters.codePoint(bytes, at - 1, end)));
    };
  }

  private int unicode() throws MalformedException {
    if (at + 4 > end) {
      throw new MalformedException("Truncated unicode escape sequence in string literal.");
    }
    int code = hexadecimal();
    if (code == NO_CODE) {
      throw new MalformedException("Unicode escape sequence was malformed: " + firstFour());
    }
    return code >= 0xD800 && code <= 0xDFFF ? pair(code) : code;
  }

  private int pair(int high) throws MalformedException {
    if (at + 6 > end) {
      throw new MalformedException(
          "Truncated unicode surrogate pair escape sequence in string literal.");
    }
    if (bytes[at] != '\\' || bytes[at + 1] != 'u') {
      throw new MalformedException(
          "Unicode surrogate pair escape sequence missing low surrogate in string literal.");
    }
    at += 2;
    int low = hexadecimal();
    if (low == NO_CODE) {
      throw new MalformedException(
          "Unicode low surrogate escape sequence was malformed: " + firstFour());
    }
    boolean valid = high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF;
    return valid ? Character.toCodePoint((char) high, (char) low) : Characters.REPLACEMENT;
  }

  private int hexadecimal() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(bytes[at + i], 16);
      if (digit < 0) {
        return NO_CODE;
      }
      code = code << 4 | digit;
    }
    at += 4;
    return code;
  }

  /** The reference shows the first bytes of the literal rather than those of the escape. */
  private String firstFour() {
    return Utf8.decode(bytes, begin, 4);
  }
}
