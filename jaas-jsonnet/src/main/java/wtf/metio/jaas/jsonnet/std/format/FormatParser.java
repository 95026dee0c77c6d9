// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/** Reads a format string: texts with one code between each two of them. */
final class FormatParser {

  private final String text;
  private int at;

  FormatParser(String text) {
    this.text = text;
  }

  FormatPlan parse() {
    List<String> literals = new ArrayList<>();
    List<FormatCode> codes = new ArrayList<>();
    while (true) {
      int percent = text.indexOf('%', at);
      if (percent < 0) {
        literals.add(text.substring(at));
        return new FormatPlan(literals, codes);
      }
      literals.add(text.substring(at, percent));
      at = percent + 1;
      codes.add(code());
    }
  }

  // code ::= key? flag* width? ("." width)? [hlL]? conversion
  private FormatCode code() {
    var key = key();
    var flags = flags();
    double width = width();
    double precision = precision();
    char length = peek();
    if (length == 'h' || length == 'l' || length == 'L') {
      at++;
    }
    char conversion = peek();
    return new FormatCode(
        key,
        flags.indexOf('#') >= 0,
        flags.indexOf('0') >= 0,
        flags.indexOf('-') >= 0,
        flags.indexOf(' ') >= 0,
        flags.indexOf('+') >= 0,
        width,
        precision,
        conversion(),
        conversion == 'X' || conversion == 'E' || conversion == 'F' || conversion == 'G');
  }

  private @Nullable String key() {
    if (peek() != '(') {
      return null;
    }
    int close = text.indexOf(')', at);
    if (close < 0) {
      throw truncated();
    }
    var key = text.substring(at + 1, close);
    at = close + 1;
    return key;
  }

  private String flags() {
    int begin = at;
    while (isFlag(peek())) {
      at++;
    }
    return text.substring(begin, at);
  }

  private static boolean isFlag(char c) {
    return c == '#' || c == '0' || c == '-' || c == ' ' || c == '+';
  }

  private double precision() {
    if (peek() != '.') {
      return FormatCode.NONE;
    }
    at++;
    return width();
  }

  // The reference counts with doubles, so that a very long number overflows or loses digits.
  private double width() {
    if (peek() == '*') {
      at++;
      return FormatCode.FROM_VALUES;
    }
    double width = 0;
    for (char c = peek(); c >= '0' && c <= '9'; c = peek()) {
      width = width * 10 + (c - '0');
      at++;
    }
    if (Double.isInfinite(width)) {
      throw JsonnetException.runtime("Overflow");
    }
    return width;
  }

  private char conversion() {
    char c = peek();
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    return switch (c) {
      case 'd', 'i', 'u' -> 'd';
      case 'x', 'X' -> 'x';
      case 'e', 'E' -> 'e';
      case 'f', 'F' -> 'f';
      case 'g', 'G' -> 'g';
      case 'o', 'c', 's', '%' -> c;
      default ->
          throw JsonnetException.runtime(
              "Unrecognised conversion type: " + CodePoints.ofCodePoint(point));
    };
  }

  private char peek() {
    if (at >= text.length()) {
      throw truncated();
    }
    return text.charAt(at);
  }

  private static JsonnetException truncated() {
    return JsonnetException.runtime("Truncated format code.");
  }
}
