// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.nio.charset.StandardCharsets;

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
final class NumberText {

  /** So many decimal digits always fit a long and, if there is no fraction, mostly a double. */
  private static final int SAFE_DIGITS = 15;

  private final byte[] bytes;
  private int at;
  private String complaint = "";

  NumberText(byte[] bytes, int begin) {
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
      return wrong(otherwise + Characters.quoted(code()));
    }
    while (Characters.isDigit(next())) {
      at++;
      if (next() == '_') {
        at++;
        if (!Characters.isDigit(next())) {
          return wrong("junk after '_': " + Characters.quoted(code()));
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

  private int code() {
    return at < bytes.length ? Utf8.codePoint(bytes, at, bytes.length) : -1;
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
    return Double.parseDouble(digits(bytes, begin, end));
  }

  /** A well-formed number without its underscores. */
  static String digits(byte[] bytes, int begin, int end) {
    String digits = new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    return digits.indexOf('_') < 0 ? digits : digits.replace("_", "");
  }
}
