// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.gotext;

import java.nio.charset.StandardCharsets;
import wtf.metio.jaas.jsonnet.text.Utf8;

/**
 * The words of a JSON text.
 *
 * <p>The end of the text is read as a space first: where no space may be, that is what messages
 * complain about; elsewhere they say that the input ends.
 *
 * <p>Every method that reads throws {@link JsonSyntaxException} where the text is no JSON, and is
 * of no use afterwards. For one thread.
 */
public final class JsonScanner {

  private final String text;
  private int at;

  /** A scanner at the beginning of a text. */
  public JsonScanner(String text) {
    this.text = text;
  }

  /** The next character that is no white space; a space at the end. */
  public char peek() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      at++;
    }
    return ' ';
  }

  /** Whether everything was read. */
  public boolean atEnd() {
    return at >= text.length();
  }

  /** Where the next character stands. */
  public int position() {
    return at;
  }

  /** What was read since a position, as it is written. */
  public String since(int begin) {
    return text.substring(begin, at);
  }

  /** Steps over the character that was looked at. */
  public void advance() {
    at++;
  }

  /** A failure about the next character, or about the end of the text. */
  public JsonSyntaxException unexpected(String context) {
    return atEnd() ? unexpectedEnd() : invalid(context);
  }

  private static JsonSyntaxException unexpectedEnd() {
    return new JsonSyntaxException("unexpected end of JSON input");
  }

  private JsonSyntaxException invalid(String context) {
    return new JsonSyntaxException("invalid character " + quotedByte() + ' ' + context);
  }

  // Messages speak of bytes, each shown as the character of that number.
  private String quotedByte() {
    if (atEnd()) {
      return "' '";
    }
    int point = text.codePointAt(at);
    if (point == '\'') {
      return "'\\''";
    }
    if (point == '"') {
      return "'\"'";
    }
    var bytes = Utf8.encode(Character.toString(point));
    var quoted = GoQuoting.quote(new String(bytes, 0, 1, StandardCharsets.ISO_8859_1));
    return '\'' + quoted.substring(1, quoted.length() - 1) + '\'';
  }

  /** Reads {@code true}, {@code false} or {@code null}, of which the first letter was seen. */
  public void word(String word) {
    for (int i = 1; i < word.length(); i++) {
      at++;
      if (current() != word.charAt(i)) {
        throw invalid("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    at++;
  }

  /** Reads a number, of which the first character was seen; its text. */
  public String number() {
    int begin = at;
    if (current() == '-') {
      at++;
    }
    if (current() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (current() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (current() == 'e' || current() == 'E') {
      at++;
      if (current() == '+' || current() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    return text.substring(begin, at);
  }

  private void digits(String context) {
    if (!isDigit(current())) {
      throw invalid(context);
    }
    while (isDigit(current())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  /** Reads a string, of which the quote was seen; what it stands for. */
  public String string() {
    int begin = ++at;
    while (true) {
      if (atEnd()) {
        throw unexpectedEnd();
      }
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(begin, at++);
      }
      if (c == '\\') {
        return escaped(begin);
      }
      if (c < ' ') {
        throw invalid("in string literal");
      }
      at++;
    }
  }

  private String escaped(int begin) {
    var out = new StringBuilder().append(text, begin, at);
    while (true) {
      if (atEnd()) {
        throw unexpectedEnd();
      }
      char c = text.charAt(at);
      if (c < ' ') {
        throw invalid("in string literal");
      }
      at++;
      if (c == '"') {
        return Utf8.wellFormed(out.toString());
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = current();
    char meant =
        switch (c) {
          case '"', '\\', '/' -> c;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> code();
          default -> throw invalid("in string escape code");
        };
    at++;
    return meant;
  }

  /** Reads four digits; the last one is left to the caller to step over. */
  private char code() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = current() < 0x80 ? Character.digit(current(), 16) : -1;
      if (digit < 0) {
        throw invalid("in \\u hexadecimal character escape");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }
}
