// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

/** The characters of a document, one after the other. Past the end there are only NULs. */
final class Cursor {

  static final char END = '\0';

  private static final char NEXT_LINE = '\u0085';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private final String text;
  private int at;
  private int index;
  private int line;
  private int column;

  /**
   * A cursor at the beginning.
   *
   * @param text without NULs
   */
  Cursor(String text) {
    this.text = text;
  }

  Mark mark() {
    return new Mark(index, line, column);
  }

  int index() {
    return index;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** The character here. */
  char peek() {
    return peek(0);
  }

  /** The character some places ahead; right for ASCII only. */
  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  boolean isEnd() {
    return at >= text.length();
  }

  boolean isBlank() {
    return isBlank(peek());
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  boolean isBreak() {
    return isBreak(peek());
  }

  static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == NEXT_LINE
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR;
  }

  /** Whether a line break or the end is here. */
  boolean isBreakOrEnd() {
    return isEnd() || isBreak();
  }

  /** Whether nothing is here that can be seen. */
  boolean isSpaceOrEnd() {
    return isSpaceOrEnd(0);
  }

  boolean isSpaceOrEnd(int ahead) {
    char c = peek(ahead);
    return c == END || isBlank(c) || isBreak(c);
  }

  /** Whether a letter, digit, dash or underscore is here. */
  boolean isWord() {
    char c = peek();
    return c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c == '_'
        || c == '-';
  }

  boolean isDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  /** Whether the line begins with {@code ---} or {@code ...} and the word ends there. */
  boolean isDocumentIndicator() {
    return isDocumentIndicator('-') || isDocumentIndicator('.');
  }

  boolean isDocumentIndicator(char c) {
    return column == 0 && peek() == c && peek(1) == c && peek(2) == c && isSpaceOrEnd(3);
  }

  /** Steps over a character that is no line break. */
  void skip() {
    at += Character.isHighSurrogate(peek()) ? 2 : 1;
    index++;
    column++;
  }

  /** Steps over some ASCII characters. */
  void skip(int count) {
    at += count;
    index += count;
    column += count;
  }

  void skipBlanks() {
    while (isBlank()) {
      skip();
    }
  }

  /** Steps over a comment, if one is here, up to the line break. */
  void skipComment() {
    if (peek() == '#') {
      while (!isBreakOrEnd()) {
        skip();
      }
    }
  }

  /** Steps over a line break, if one is here. */
  void skipBreak() {
    if (isBreak()) {
      boolean pair = peek() == '\r' && peek(1) == '\n';
      at += pair ? 2 : 1;
      index += pair ? 2 : 1;
      line++;
      column = 0;
    }
  }

  /** Takes a character that is no line break. */
  void read(StringBuilder target) {
    int from = at;
    skip();
    target.append(text, from, at);
  }

  /** Takes a line break, if one is here: as a line feed, except for the separators of Unicode. */
  void readBreak(StringBuilder target) {
    if (isBreak()) {
      char c = peek();
      target.append(c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR ? c : '\n');
      skipBreak();
    }
  }

  /** Goes to the line after the text, if it does not end with a line break. */
  void finishLine() {
    if (column != 0) {
      column = 0;
      line++;
    }
  }
}
