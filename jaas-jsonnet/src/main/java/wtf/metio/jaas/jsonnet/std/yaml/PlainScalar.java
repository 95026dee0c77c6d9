// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

/** A scalar without quotes. */
final class PlainScalar {

  private final Cursor cursor;
  private final boolean inFlow;
  private final int indent;
  private final ScalarLines lines = new ScalarLines();

  /**
   * A scalar that begins here.
   *
   * @param inFlow whether brackets are around it
   * @param indent the column from which on its lines begin
   */
  PlainScalar(Cursor cursor, boolean inFlow, int indent) {
    this.cursor = cursor;
    this.inFlow = inFlow;
    this.indent = indent;
  }

  /** Whether line breaks behind the scalar were taken. */
  boolean endedWithBreak() {
    return lines.isBroken();
  }

  Token scan() {
    var start = cursor.mark();
    var end = start;
    var text = new StringBuilder();
    while (!cursor.isDocumentIndicator() && cursor.peek() != '#') {
      while (!cursor.isSpaceOrEnd() && !isOver()) {
        lines.flush(text);
        cursor.read(text);
        end = cursor.mark();
      }
      if (!cursor.isBlank() && !cursor.isBreak()) {
        break;
      }
      space(start);
      if (!inFlow && cursor.column() < indent) {
        break;
      }
    }
    return Token.text(Token.Kind.PLAIN_SCALAR, start, end, text.toString());
  }

  private void space(Mark start) {
    while (cursor.isBlank() || cursor.isBreak()) {
      if (lines.isBroken() && cursor.column() < indent && cursor.peek() == '\t') {
        throw YamlFailure.token(
            start, "found a tab character that violates indentation", cursor.mark());
      }
      lines.take(cursor);
    }
  }

  private boolean isOver() {
    char c = cursor.peek();
    if (c == ':' && cursor.isSpaceOrEnd(1)) {
      return true;
    }
    return inFlow && (c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}');
  }
}
