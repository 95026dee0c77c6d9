// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** A scalar of lines that stand further right, after {@code |} or {@code >}. */
final class BlockScalar {

  private static final int UNKNOWN = 0;

  private final Cursor cursor;
  private final boolean literal;
  private final int parentIndent;
  private final Mark start;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder lastBreak = new StringBuilder();
  private final StringBuilder moreBreaks = new StringBuilder();
  private char chomping;
  private int increment;
  private int indent = UNKNOWN;
  private Mark end;

  /**
   * A scalar whose indicator is here.
   *
   * @param parentIndent the column of what is around it, -1 at the top
   */
  BlockScalar(Cursor cursor, int parentIndent) {
    this.cursor = cursor;
    this.literal = cursor.peek() == '|';
    this.parentIndent = parentIndent;
    this.start = cursor.mark();
    this.end = start;
  }

  Token scan() {
    cursor.skip();
    header();
    if (increment > 0) {
      indent = Math.max(parentIndent, 0) + increment;
    }
    breaks();
    boolean blankBefore = false;
    while (cursor.column() == indent && !cursor.isEnd()) {
      blankBefore = line(blankBefore);
    }
    if (chomping != '-') {
      text.append(lastBreak);
    }
    if (chomping == '+') {
      text.append(moreBreaks);
    }
    return Token.text(Token.Kind.QUOTED_SCALAR, start, end, text.toString());
  }

  private void header() {
    if (!chomping()) {
      increment();
      chomping();
    } else {
      increment();
    }
    cursor.skipBlanks();
    cursor.skipComment();
    if (!cursor.isBreakOrEnd()) {
      throw failure("did not find expected comment or line break");
    }
    cursor.skipBreak();
  }

  private boolean chomping() {
    char c = cursor.peek();
    if (c != '+' && c != '-') {
      return false;
    }
    chomping = c;
    cursor.skip();
    return true;
  }

  private void increment() {
    if (cursor.isDigit()) {
      if (cursor.peek() == '0') {
        throw failure("found an indentation indicator equal to 0");
      }
      increment = cursor.peek() - '0';
      cursor.skip();
    }
  }

  /** Takes a line; whether it begins with a blank, which keeps the breaks around it. */
  private boolean line(boolean blankBefore) {
    boolean blank = cursor.isBlank();
    boolean folded = !literal && !blankBefore && !blank && startsWithLineFeed(lastBreak);
    if (!folded) {
      text.append(lastBreak);
    } else if (moreBreaks.isEmpty()) {
      text.append(' ');
    }
    text.append(moreBreaks);
    lastBreak.setLength(0);
    moreBreaks.setLength(0);
    while (!cursor.isBreakOrEnd()) {
      cursor.read(text);
    }
    cursor.readBreak(lastBreak);
    breaks();
    return blank;
  }

  private static boolean startsWithLineFeed(StringBuilder breaks) {
    return !breaks.isEmpty() && breaks.charAt(0) == '\n';
  }

  /** Takes empty lines, and the indent of the first line with something in it. */
  private void breaks() {
    end = cursor.mark();
    int widest = 0;
    while (true) {
      while (isInIndent() && cursor.peek() == ' ') {
        cursor.skip();
      }
      widest = Math.max(widest, cursor.column());
      if (isInIndent() && cursor.peek() == '\t') {
        throw failure("found a tab character where an indentation space is expected");
      }
      if (!cursor.isBreak()) {
        break;
      }
      cursor.readBreak(moreBreaks);
      end = cursor.mark();
    }
    if (indent == UNKNOWN) {
      indent = Math.max(Math.max(widest, parentIndent + 1), 1);
    }
  }

  private boolean isInIndent() {
    return indent == UNKNOWN || cursor.column() < indent;
  }

  private JsonnetException failure(String problem) {
    return YamlFailure.token(start, problem, cursor.mark());
  }
}
