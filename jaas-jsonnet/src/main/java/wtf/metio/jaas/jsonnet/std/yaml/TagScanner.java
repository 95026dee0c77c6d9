// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.io.ByteArrayOutputStream;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Tags and directives. */
final class TagScanner {

  private static final String URI_SIGNS = ";/?:@&=+$,.!~*'()[]%";
  private static final int LONGEST_NUMBER = 2;

  private final Cursor cursor;
  private final Mark start;

  /** A tag or directive that begins here. */
  TagScanner(Cursor cursor) {
    this.cursor = cursor;
    this.start = cursor.mark();
  }

  /** {@code !suffix}, {@code !handle!suffix}, {@code !<uri>} or {@code !} alone. */
  Token tag() {
    var handle = "";
    var suffix = "";
    if (cursor.peek(1) == '<') {
      cursor.skip(2);
      suffix = uri("");
      if (cursor.peek() != '>') {
        throw failure("did not find the expected '>'");
      }
      cursor.skip();
    } else {
      handle = handle(false);
      if (handle.length() > 1 && handle.endsWith("!")) {
        suffix = uri("");
      } else {
        suffix = uri(handle);
        handle = suffix.isEmpty() ? "" : "!";
        suffix = suffix.isEmpty() ? "!" : suffix;
      }
    }
    if (!cursor.isSpaceOrEnd()) {
      throw failure("did not find expected whitespace or line break");
    }
    return new Token(Token.Kind.TAG, start, cursor.mark(), handle, suffix);
  }

  /** {@code %YAML 1.1} or {@code %TAG handle prefix}. */
  Token directive() {
    cursor.skip();
    var token =
        switch (name()) {
          case "YAML" -> version();
          case "TAG" -> tagDirective();
          default -> throw failure("found unknown directive name");
        };
    cursor.skipBlanks();
    cursor.skipComment();
    if (!cursor.isBreakOrEnd()) {
      throw failure("did not find expected comment or line break");
    }
    cursor.skipBreak();
    return token;
  }

  private String name() {
    var name = new StringBuilder();
    while (cursor.isWord()) {
      cursor.read(name);
    }
    if (name.isEmpty()) {
      throw failure("could not find expected directive name");
    }
    if (!cursor.isSpaceOrEnd()) {
      throw failure("found unexpected non-alphabetical character");
    }
    return name.toString();
  }

  private Token version() {
    cursor.skipBlanks();
    int major = number();
    if (cursor.peek() != '.') {
      throw failure("did not find expected digit or '.' character");
    }
    cursor.skip();
    var value = major + "." + number();
    return Token.text(Token.Kind.VERSION_DIRECTIVE, start, cursor.mark(), value);
  }

  private int number() {
    int number = 0;
    int length = 0;
    while (cursor.isDigit()) {
      if (++length > LONGEST_NUMBER) {
        throw failure("found extremely long version number");
      }
      number = 10 * number + cursor.peek() - '0';
      cursor.skip();
    }
    if (length == 0) {
      throw failure("did not find expected version number");
    }
    return number;
  }

  private Token tagDirective() {
    cursor.skipBlanks();
    var handle = handle(true);
    if (!cursor.isBlank()) {
      throw failure("did not find expected whitespace");
    }
    cursor.skipBlanks();
    var prefix = uri("");
    if (!cursor.isSpaceOrEnd()) {
      throw failure("did not find expected whitespace or line break");
    }
    return new Token(Token.Kind.TAG_DIRECTIVE, start, cursor.mark(), handle, prefix);
  }

  private String handle(boolean inDirective) {
    if (cursor.peek() != '!') {
      throw failure("did not find expected '!'");
    }
    var handle = new StringBuilder();
    cursor.read(handle);
    while (cursor.isWord()) {
      cursor.read(handle);
    }
    if (cursor.peek() == '!') {
      cursor.read(handle);
    } else if (inDirective && handle.length() > 1) {
      throw failure("did not find expected '!'");
    }
    return handle.toString();
  }

  /** Reads a URI that begins with what stands behind the first character of {@code head}. */
  private String uri(String head) {
    var uri = new ByteArrayOutputStream();
    boolean found = !head.isEmpty();
    if (found) {
      uri.writeBytes(Utf8.encode(head.substring(1)));
    }
    while (cursor.isWord() || !cursor.isEnd() && URI_SIGNS.indexOf(cursor.peek()) >= 0) {
      if (cursor.peek() == '%') {
        escapes(uri);
      } else {
        uri.write(cursor.peek());
        cursor.skip();
      }
      found = true;
    }
    if (!found) {
      throw failure("did not find expected tag URI");
    }
    return Utf8.decode(uri.toByteArray());
  }

  /** Reads the bytes of one character. */
  private void escapes(ByteArrayOutputStream uri) {
    int left = Integer.MAX_VALUE;
    while (left > 0) {
      int octet = octet();
      if (left == Integer.MAX_VALUE) {
        left = length(octet);
        if (left == 0) {
          throw failure("found an incorrect leading UTF-8 octet");
        }
      } else if ((octet & 0xC0) != 0x80) {
        throw failure("found an incorrect trailing UTF-8 octet");
      }
      uri.write(octet);
      cursor.skip(3);
      left--;
    }
  }

  private int octet() {
    int high = digit(cursor.peek(1));
    int low = digit(cursor.peek(2));
    if (cursor.peek() != '%' || high < 0 || low < 0) {
      throw failure("did not find URI escaped octet");
    }
    return high << 4 | low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static int length(int octet) {
    if (octet < 0x80) {
      return 1;
    }
    if (octet < 0xC0) {
      return 0;
    }
    return octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : octet < 0xF8 ? 4 : 0;
  }

  private JsonnetException failure(String problem) {
    return YamlFailure.token(start, problem, cursor.mark());
  }
}
