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

  private @Nullable String flat;
  private @Nullable StringValue left;
  private @Nullable StringValue right;

  /** Asked for memory when the sides are put together; null where they are. */
  private @Nullable Evaluation evaluation;

  private final int chars;
  private int codePoints = -1;

  private StringValue(String flat) {
    this.flat = flat;
    this.chars = flat.length();
  }

  private StringValue(Evaluation evaluation, StringValue left, StringValue right) {
    this.evaluation = evaluation;
    this.left = left;
    this.right = right;
    this.chars = left.chars + right.chars;
  }

  /** The value for a Java string, which must not hold lone surrogates. */
  public static StringValue of(String text) {
    return text.isEmpty() ? EMPTY : new StringValue(text);
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
    return new StringValue(evaluation, this, other);
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

  private String flatten() {
    if (evaluation != null) {
      // It was promised for this one alone: many may be waiting to be put together.
      evaluation.reserve(2L * chars);
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
      if (next.right != null && next.left != null) {
        pending.push(next.right);
        pending.push(next.left);
      }
    }
    var joined = text.toString();
    flat = joined;
    left = null;
    right = null;
    evaluation = null;
    return joined;
  }

  @Override
  public Type type() {
    return Type.STRING;
  }
}
