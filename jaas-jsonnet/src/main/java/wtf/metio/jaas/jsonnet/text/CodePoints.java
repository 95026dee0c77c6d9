// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.util.Comparator;

/**
 * Strings as sequences of code points, as the language sees them.
 *
 * <p>Positions and lengths count code points and must be within the string; an index outside is an
 * {@link IndexOutOfBoundsException} and the fault of the caller. For strings of Latin-1 everything
 * but {@link #compare} takes constant time. Other strings are counted through by {@link #length}
 * and {@link #hasSurrogates} and, where they have surrogates, by the others; who asks often keeps
 * the answer and uses the methods that take it.
 */
public final class CodePoints {

  /** The order of the language: by code point, which is also the order of the UTF-8 bytes. */
  public static final Comparator<String> ORDER = CodePoints::compare;

  private static final String[] LATIN_1 = latin1();

  private CodePoints() {}

  /** The number of code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Whether a position in code points may differ from the position in {@code char}s. */
  public static boolean hasSurrogates(String text) {
    return length(text) != text.length();
  }

  /** The string of the one code point at {@code index}. */
  public static String at(String text, int index) {
    return at(text, index, hasSurrogates(text));
  }

  /** {@link #at(String, int)} where {@link #hasSurrogates} is known. */
  public static String at(String text, int index, boolean surrogates) {
    return ofCodePoint(codePointAt(text, index, surrogates));
  }

  /** The code point at {@code index}, where {@link #hasSurrogates} is known. */
  public static int codePointAt(String text, int index, boolean surrogates) {
    return surrogates ? text.codePointAt(charIndex(text, index, true)) : text.charAt(index);
  }

  /** The code points from {@code from} up to, not including, {@code to}. */
  public static String substring(String text, int from, int to) {
    return substring(text, from, to, hasSurrogates(text));
  }

  /** {@link #substring(String, int, int)} where {@link #hasSurrogates} is known. */
  public static String substring(String text, int from, int to, boolean surrogates) {
    if (!surrogates) {
      return text.substring(from, to);
    }
    var begin = text.offsetByCodePoints(0, from);
    return text.substring(begin, text.offsetByCodePoints(begin, to - from));
  }

  /** The position in {@code char}s of the code point at {@code index}; the end is allowed. */
  public static int charIndex(String text, int index, boolean surrogates) {
    return surrogates ? text.offsetByCodePoints(0, index) : index;
  }

  /** A string of one code point; for Latin-1 always the same instance. */
  public static String ofCodePoint(int codePoint) {
    return codePoint < LATIN_1.length ? LATIN_1[codePoint] : Character.toString(codePoint);
  }

  /**
   * Compares by code point: negative, zero or positive as {@code left} comes before, equals or
   * comes after {@code right}.
   *
   * <p>{@link String#compareTo} puts U+1F600, a pair of surrogates, before U+E000.
   */
  public static int compare(String left, String right) {
    var length = Math.min(left.length(), right.length());
    for (var at = 0; at < length; at++) {
      var a = left.charAt(at);
      var b = right.charAt(at);
      if (a != b) {
        return rank(a) - rank(b);
      }
    }
    return left.length() - right.length();
  }

  /** Lifts surrogates above all other {@code char}s, keeping their own order. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }

  private static String[] latin1() {
    var strings = new String[256];
    for (var c = 0; c < strings.length; c++) {
      strings[c] = String.valueOf((char) c);
    }
    return strings;
  }
}
