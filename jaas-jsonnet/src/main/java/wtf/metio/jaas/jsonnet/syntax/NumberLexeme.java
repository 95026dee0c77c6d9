// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.nio.charset.StandardCharsets;
import wtf.metio.jaas.jsonnet.gotext.GoQuoting;
import wtf.metio.jaas.jsonnet.text.NumberReader;

/**
 * The grammar of numbers: that of JSON without a sign, but with underscores between digits.
 *
 * <p>
 *
 * {@snippet :
 * number   ::= integer [ "." digits ] [ ("e" | "E") ["+" | "-"] digits ]
 * integer  ::= "0" | [1-9] ( ["_"] [0-9] )*
 * digits   ::= [0-9] ( ["_"] [0-9] )*
 * }
 */
final class NumberLexeme {

  /** Whole numbers of so many digits are exact. */
  private static final int SAFE_DIGITS = 15;

  private final byte[] bytes;
  private int at;
  private String complaint = "";

  NumberLexeme(byte[] bytes, int begin) {
    this.bytes = bytes;
    this.at = begin;
  }

  /** Finds the end of the number; false if there is something wrong with it. */
  boolean scan() {
    return integer() && fraction() && exponent();
  }

  /** Where the number ends, or where it goes wrong. */
  int end() {
    return at;
  }

  /** What is wrong. */
  String complaint() {
    return "Couldn't lex number, " + complaint;
  }

  private boolean integer() {
    if (next() != '0') {
      return digits("");
    }
    at++;
    return next() != '_' || wrong("_ not allowed after leading 0");
  }

  private boolean fraction() {
    if (next() != '.') {
      return true;
    }
    at++;
    return digits("junk after decimal point: ");
  }

  private boolean exponent() {
    if (next() != 'e' && next() != 'E') {
      return true;
    }
    at++;
    if (next() != '+' && next() != '-') {
      return digits("junk after 'E': ");
    }
    at++;
    return digits("junk after exponent sign: ");
  }

  private boolean digits(String otherwise) {
    if (!Characters.isDigit(next())) {
      return wrong(otherwise + quoted());
    }
    while (Characters.isDigit(next())) {
      at++;
      if (next() == '_') {
        at++;
        if (!Characters.isDigit(next())) {
          return wrong("junk after '_': " + quoted());
        }
      }
    }
    return true;
  }

  private boolean wrong(String what) {
    complaint = what;
    return false;
  }

  private int next() {
    return at < bytes.length ? bytes[at] : -1;
  }

  /** What stands here instead of a digit; at the end it shows as the replacement character. */
  private String quoted() {
    return GoQuoting.quoteToAscii(Characters.codePoint(bytes, at, bytes.length));
  }

  /** The value of a well-formed number, rounded to the nearest double. */
  static double value(byte[] bytes, int begin, int end) {
    if (end - begin <= SAFE_DIGITS) {
      long value = 0;
      int i = begin;
      while (i < end && Characters.isDigit(bytes[i])) {
        value = value * 10 + bytes[i++] - '0';
      }
      if (i == end) {
        return value;
      }
    }
    return NumberReader.parse(ascii(bytes, begin, end));
  }

  /** A well-formed number without its underscores. */
  static String digits(byte[] bytes, int begin, int end) {
    return ascii(bytes, begin, end).replace("_", "");
  }

  private static String ascii(byte[] bytes, int begin, int end) {
    return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
  }
}
