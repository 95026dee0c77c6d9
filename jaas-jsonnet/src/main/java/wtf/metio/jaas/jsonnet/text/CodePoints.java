// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

package wtf.metio.jaas.jsonnet.text;

import java.util.Comparator;

/**
 * Strings as sequences of code points, as the language sees them.
 *
 * <p>Positions and lengths count code points and must be within the string; an index outside is an
 * {@link IndexOutOfBoundsException} and the fault of the caller.
 */
public final class CodePoints {

  /** The order of the language: by code point, which is also the order of the UTF-8 bytes. */
  public static final Comparator<String> ORDER = CodePoints::compare;

  private static final String[] LATIN_1 = latin1();

  /** Far enough apart to cost next to nothing, near enough to get anywhere at once. */
  private static final int MARKED = 64;

  private CodePoints() {}

  /** The number of code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The positions in {@code char}s of every 64th code point, by which {@link #charIndex} finds any.
   *
   * @param length the number of code points
   */
  public static int[] marks(String text, int length) {
    var marks = new int[(length + MARKED) / MARKED];
    for (int i = 1; i < marks.length; i++) {
      marks[i] = text.offsetByCodePoints(marks[i - 1], MARKED);
    }
    return marks;
  }

  /** The position in {@code char}s of the code point at {@code index}; the end is allowed. */
  public static int charIndex(String text, int[] marks, int index) {
    return text.offsetByCodePoints(marks[index / MARKED], index % MARKED);
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
