// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.text.Escaping;
import wtf.metio.jaas.jsonnet.text.NumberText;

/**
 * Text on its way to become a string of the program.
 *
 * <p>Memory is asked for before it is taken. Everything that goes in must be free of lone
 * surrogates.
 */
public final class TextBuffer {

  /** Longest text, in chars; a little below what an array can hold. */
  private static final long LONGEST = Integer.MAX_VALUE - 64;

  /** Room that needs no asking. */
  private static final int FREE = 16 << 10;

  /** Long strings are quoted by pieces of so many chars, so that room for escapes stays small. */
  private static final int PIECE = 8 << 10;

  private static final int MOST_CHARS_OF_AN_ESCAPE = 6;

  private final Evaluation evaluation;
  private final StringBuilder out;
  private long granted;

  /** An empty buffer. */
  public TextBuffer(Evaluation evaluation) {
    this(evaluation, 64);
  }

  /**
   * An empty buffer.
   *
   * @param expected chars that it is likely to take
   */
  public TextBuffer(Evaluation evaluation, long expected) {
    this.evaluation = evaluation;
    this.granted = FREE;
    room(expected, expected);
    this.out = new StringBuilder((int) expected);
  }

  /** Appends a character. */
  public void append(char c) {
    room(1);
    out.append(c);
  }

  /** Appends text as it is. */
  public void append(String text) {
    room(text.length());
    out.append(text);
  }

  /** Appends a part of a text, from one char up to, not including, another. */
  public void append(String text, int from, int to) {
    room((long) to - from);
    out.append(text, from, to);
  }

  /** Appends all that is in another buffer. */
  public void append(TextBuffer other) {
    room(other.out.length());
    out.append(other.out);
  }

  /** Appends the same character many times. */
  public void repeat(char c, long times) {
    if (times > 0) {
      room(times);
      out.repeat(c, (int) times);
    }
  }

  /** Appends a string with quotes and escapes. */
  public void quoted(String text, Escaping escaping) {
    for (int from = 0, to; from == 0 || from < text.length(); from = to) {
      to = pieceEnd(text, from);
      room((long) MOST_CHARS_OF_AN_ESCAPE * (to - from) + 2);
      int begin = out.length();
      escaping.append(to - from == text.length() ? text : text.substring(from, to), out);
      if (from > 0) {
        // Each piece has quotes of its own; those in the middle go.
        out.deleteCharAt(begin).deleteCharAt(begin - 1);
      }
      if (to == 0) {
        break;
      }
    }
  }

  private static int pieceEnd(String text, int from) {
    int to = Math.min(from + PIECE, text.length());
    return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
  }

  /** Appends a number in the language's own form. */
  public void number(double number) {
    room(NumberText.MAX_BYTES);
    NumberText.output(number, out);
  }

  /** Appends a number with the fewest digits that read back. */
  public void shortestNumber(double number) {
    room(NumberText.MAX_BYTES);
    NumberText.shortest(number, out);
  }

  /** The number of chars so far. */
  public int length() {
    return out.length();
  }

  /** The number of code points from a position in chars on. */
  public int codePointsFrom(int begin) {
    return out.codePointCount(begin, out.length());
  }

  /** Inserts the same character many times. */
  public void insert(int at, char c, long times) {
    if (times > 0) {
      int end = out.length();
      repeat(c, times);
      if (at < end) {
        var moved = out.substring(at, end);
        out.setLength(at);
        out.repeat(c, (int) times).append(moved);
      }
    }
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return out.isEmpty();
  }

  /** What is in it, as a value. */
  public StringValue toValue() {
    return StringValue.of(toString());
  }

  /** What is in it. */
  @Override
  public String toString() {
    if (out.length() > FREE) {
      evaluation.reserve(out.length());
    }
    return out.toString();
  }

  private void room(long more) {
    long needed = out.length() + more;
    if (needed > granted) {
      room(needed, Math.max(needed, 2 * granted));
    }
  }

  private void room(long needed, long wanted) {
    if (needed > LONGEST) {
      throw evaluation.limit("a string of " + needed + " characters is too long");
    }
    if (wanted > granted) {
      granted = Math.min(LONGEST, wanted);
      evaluation.reserve(granted);
    }
  }
}
