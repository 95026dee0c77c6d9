// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/**
 * A string: a sequence of code points, none of them a surrogate.
 *
 * <p>Concatenation of long strings only notes the two sides; the text is put together when somebody
 * looks at it, so that building a string piece by piece stays linear.
 */
public final class StringValue extends Value {

  public static final StringValue EMPTY = new StringValue("");

  /** From here on, noting the two sides is cheaper than copying them. */
  private static final int ROPE = 256;

  /** Longest string, in chars; a little below what an array can hold. */
  private static final long LONGEST = Integer.MAX_VALUE - 64;

  private static final StringValue[] LATIN_1 = latin1();

  private @Nullable String flat;
  private @Nullable Rope rope;
  private int @Nullable [] marks;
  private final int chars;
  private int codePoints;

  /**
   * Two sides that are not put together yet.
   *
   * @param evaluation asked for memory when they are
   */
  private record Rope(Evaluation evaluation, StringValue left, StringValue right) {}

  private StringValue(String flat) {
    this.flat = flat;
    this.chars = flat.length();
    this.codePoints = -1;
  }

  private StringValue(Rope rope) {
    this.rope = rope;
    this.chars = rope.left().chars + rope.right().chars;
    // Programs ask for the length of what they append to, and one of the sides is mostly short.
    this.codePoints =
        rope.left().lengthIsCheap() && rope.right().lengthIsCheap()
            ? rope.left().length() + rope.right().length()
            : -1;
  }

  /** The value for a Java string, which must not hold lone surrogates. */
  public static StringValue of(String text) {
    return text.isEmpty() ? EMPTY : new StringValue(text);
  }

  /** The string of one code point; for Latin-1 always the same one. */
  public static StringValue character(int codePoint) {
    return codePoint < LATIN_1.length
        ? LATIN_1[codePoint]
        : new StringValue(CodePoints.ofCodePoint(codePoint));
  }

  private static StringValue[] latin1() {
    var strings = new StringValue[256];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new StringValue(CodePoints.ofCodePoint(i));
    }
    return strings;
  }

  /** This string with another one behind it. */
  public StringValue concat(Evaluation evaluation, StringValue other) {
    long length = (long) chars + other.chars;
    if (chars == 0) {
      return other;
    }
    if (other.chars == 0) {
      return this;
    }
    if (length < ROPE) {
      return new StringValue(value().concat(other.value()));
    }
    if (length > LONGEST) {
      throw evaluation.limit("a string of " + length + " characters is too long");
    }
    evaluation.promise(length);
    return new StringValue(new Rope(evaluation, this, other));
  }

  /** The text. */
  public String value() {
    var text = flat;
    return text == null ? flatten() : text;
  }

  /** Whether nothing is left to be put together. */
  public boolean isInOnePiece() {
    return flat != null;
  }

  /** The number of chars of {@link #value}; known without putting it together. */
  public int chars() {
    return chars;
  }

  /** The number of code points. */
  public int length() {
    if (codePoints < 0) {
      codePoints = CodePoints.length(value());
    }
    return codePoints;
  }

  /** Whether every code point is one char, so that offsets in both are the same. */
  public boolean isBasic() {
    return length() == chars;
  }

  private boolean lengthIsCheap() {
    return codePoints >= 0 || (flat != null && chars < ROPE);
  }

  /** The code point at a position that counts code points. */
  public int codePointAt(int position) {
    return value().codePointAt(charIndex(position));
  }

  /** The code points from one position up to, not including, another one. */
  public String substring(int from, int to) {
    return value().substring(charIndex(from), charIndex(to));
  }

  private int charIndex(int position) {
    if (isBasic()) {
      return position;
    }
    var known = marks;
    if (known == null) {
      known = CodePoints.marks(value(), length());
      marks = known;
    }
    return CodePoints.charIndex(value(), known, position);
  }

  private String flatten() {
    if (rope != null) {
      // It was promised for this one alone: many may be waiting to be put together.
      rope.evaluation().reserve(2L * chars);
    }
    var text = new StringBuilder(chars);
    // Ropes lean to either side and are deep: no recursion.
    var pending = new ArrayDeque<StringValue>();
    pending.push(this);
    while (!pending.isEmpty()) {
      var next = pending.pop();
      if (next.flat != null) {
        text.append(next.flat);
        continue;
      }
      if (next.rope != null) {
        pending.push(next.rope.right());
        pending.push(next.rope.left());
      }
    }
    var joined = text.toString();
    flat = joined;
    rope = null;
    return joined;
  }

  @Override
  public Type type() {
    return Type.STRING;
  }
}
