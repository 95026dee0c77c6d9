// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.nio.charset.StandardCharsets;

/**
 * Walks over JSON that an engine wrote.
 *
 * <p>What is asked next is always about the next value or sign; white space in between does not
 * count.
 */
final class JsonCursor {

  private static final String STRUCTURE = ",:]}";

  private final byte[] text;
  private int at;

  JsonCursor(byte[] text) {
    this(text, 0);
  }

  /** A cursor that begins where another one was. */
  JsonCursor(byte[] text, int begin) {
    this.text = text;
    this.at = begin;
  }

  /** Where the next value or sign begins. */
  int position() {
    peek();
    return at;
  }

  /** Another cursor at the same place. */
  JsonCursor copy() {
    return new JsonCursor(text, at);
  }

  /** Where what was read last ends. */
  int passed() {
    return at;
  }

  boolean isAtEnd() {
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
    return at == text.length;
  }

  /** The first character of what comes next. */
  char peek() {
    if (isAtEnd()) {
      throw broken("it ends too early");
    }
    return (char) (text[at] & 0xff);
  }

  /** Passes over a sign, if it is the next. */
  boolean passIf(char sign) {
    boolean there = peek() == sign;
    if (there) {
      at++;
    }
    return there;
  }

  void pass(char sign) {
    if (!passIf(sign)) {
      throw broken("expected " + sign);
    }
  }

  /** Reads a string. */
  String string() {
    pass('"');
    int begin = at;
    while (text[at] != '"' && text[at] != '\\') {
      next();
    }
    var plain = new String(text, begin, at - begin, StandardCharsets.UTF_8);
    return passIfQuote() ? plain : escaped(new StringBuilder(plain));
  }

  private boolean passIfQuote() {
    boolean quote = text[at] == '"';
    if (quote) {
      at++;
    }
    return quote;
  }

  private String escaped(StringBuilder string) {
    while (!passIfQuote()) {
      if (text[at] == '\\') {
        next();
        string.append(escape());
      } else {
        int begin = at;
        while (text[at] != '"' && text[at] != '\\') {
          next();
        }
        string.append(new String(text, begin, at - begin, StandardCharsets.UTF_8));
      }
    }
    return string.toString();
  }

  private char escape() {
    char sign = (char) text[at];
    next();
    return switch (sign) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        if (at + 4 >= text.length) {
          throw broken("it ends in an escape");
        }
        var digits = new String(text, at, 4, StandardCharsets.US_ASCII);
        at += 4;
        yield (char) Integer.parseInt(digits, 16);
      }
      default -> sign;
    };
  }

  private void next() {
    if (++at >= text.length) {
      throw broken("it ends in a string");
    }
  }

  /** Reads a number, {@code true}, {@code false} or {@code null} as it is written. */
  String literal() {
    int begin = position();
    while (at < text.length && !isSpace(text[at]) && STRUCTURE.indexOf(text[at]) < 0) {
      at++;
    }
    return new String(text, begin, at - begin, StandardCharsets.US_ASCII);
  }

  /** Passes over a whole value. */
  void skip() {
    int depth = 0;
    do {
      switch (peek()) {
        case '"' -> skipString();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        default -> literal();
      }
    } while (depth > 0);
  }

  private void skipString() {
    next();
    while (text[at] != '"') {
      if (text[at] == '\\') {
        next();
      }
      next();
    }
    at++;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
  }

  private IllegalArgumentException broken(String how) {
    return new IllegalArgumentException("no JSON at " + at + ": " + how);
  }
}
