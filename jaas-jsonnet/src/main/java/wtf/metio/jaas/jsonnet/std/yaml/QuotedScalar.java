// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** A scalar between single or double quotes. */
final class QuotedScalar {

  private final Cursor cursor;
  private final char quote;
  private final Mark start;
  private final StringBuilder text = new StringBuilder();
  private final ScalarLines lines = new ScalarLines();

  /** A scalar whose first quote is here. */
  QuotedScalar(Cursor cursor) {
    this.cursor = cursor;
    this.quote = cursor.peek();
    this.start = cursor.mark();
  }

  Token scan() {
    cursor.skip();
    while (true) {
      if (cursor.isDocumentIndicator()) {
        throw failure("found unexpected document indicator");
      }
      if (cursor.isEnd()) {
        throw failure("found unexpected end of stream");
      }
      word();
      if (cursor.peek() == quote) {
        cursor.skip();
        return Token.text(Token.Kind.QUOTED_SCALAR, start, cursor.mark(), text.toString());
      }
      while (cursor.isBlank() || cursor.isBreak()) {
        lines.take(cursor);
      }
      lines.flush(text);
    }
  }

  /** Reads up to a space, a line break or the last quote. */
  private void word() {
    while (!cursor.isSpaceOrEnd()) {
      char c = cursor.peek();
      if (c == quote) {
        if (quote == '"' || cursor.peek(1) != quote) {
          return;
        }
        cursor.skip();
        cursor.read(text);
      } else if (c == '\\' && quote == '"') {
        if (Cursor.isBreak(cursor.peek(1))) {
          cursor.skip();
          cursor.skipBreak();
          lines.escapeBreak();
          return;
        }
        escape();
      } else {
        cursor.read(text);
      }
    }
  }

  private void escape() {
    char c = cursor.peek(1);
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      cursor.skip(2);
      code(digits);
    } else {
      text.append(meant(c));
      cursor.skip(2);
    }
  }

  private char meant(char c) {
    return switch (c) {
      case '0' -> '\0';
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 0x1B;
      case ' ', '"', '\'', '\\' -> c;
      case 'N' -> 0x85;
      case '_' -> 0xA0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      default -> throw failure("found unknown escape character");
    };
  }

  private void code(int digits) {
    long point = 0;
    for (int i = 0; i < digits; i++) {
      char c = cursor.peek(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw failure("did not find expected hexdecimal number");
      }
      point = point << 4 | digit;
    }
    if (point > Character.MAX_CODE_POINT || point >= 0xD800 && point <= 0xDFFF) {
      throw failure("found invalid Unicode character escape code");
    }
    text.appendCodePoint((int) point);
    cursor.skip(digits);
  }

  private JsonnetException failure(String problem) {
    return YamlFailure.token(start, problem, cursor.mark());
  }
}
