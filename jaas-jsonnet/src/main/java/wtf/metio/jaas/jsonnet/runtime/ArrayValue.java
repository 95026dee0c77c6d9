// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An array; elements may be thunks.
 *
 * <p>Slices share the elements of the array they are cut from. Concatenation of long arrays only
 * notes the two sides until somebody looks at an element.
 */
public final class ArrayValue extends Value {

  public static final ArrayValue EMPTY = new ArrayValue(new Value[0], 0, 0);

  /** From here on, noting the two sides is cheaper than copying them. */
  private static final int ROPE = 64;

  private static final long LONGEST = Integer.MAX_VALUE - 64;

  private Value @Nullable [] items;
  private int offset;
  private final int size;
  private @Nullable ArrayValue left;
  private @Nullable ArrayValue right;

  /** Asked for memory when the sides are put together; null where they are. */
  private @Nullable Evaluation evaluation;

  private ArrayValue(Value[] items, int offset, int size) {
    this.items = items;
    this.offset = offset;
    this.size = size;
  }

  private ArrayValue(Evaluation evaluation, ArrayValue left, ArrayValue right) {
    this.evaluation = evaluation;
    this.left = left;
    this.right = right;
    this.size = left.size + right.size;
  }

  /** Wraps elements without a copy. */
  public static ArrayValue of(Value... items) {
    return items.length == 0 ? EMPTY : new ArrayValue(items, 0, items.length);
  }

  /** The number of elements. */
  public int size() {
    return size;
  }

  /** Whether nothing is left to be put together. */
  public boolean isInOnePiece() {
    return items != null;
  }

  /** An element, perhaps a thunk. */
  public Value get(int index) {
    return items()[offset + index];
  }

  /** An element, computed. */
  public Value element(Evaluation evaluation, int index) {
    var all = items();
    var item = all[offset + index];
    if (item instanceof Thunk thunk) {
      item = thunk.force(evaluation);
      // Nobody can tell the difference, and the thunk may go.
      all[offset + index] = item;
    }
    return item;
  }

  /** A part of this array that shares its elements. */
  public ArrayValue slice(int from, int to) {
    return from >= to ? EMPTY : new ArrayValue(items(), offset + from, to - from);
  }

  /** The elements in an array of their own. */
  public Value[] copy() {
    return Arrays.copyOfRange(items(), offset, offset + size);
  }

  /** Copies all elements to a place in another array. */
  public void copyTo(Value[] target, int at) {
    System.arraycopy(items(), offset, target, at, size);
  }

  /** This array with another one behind it. */
  public ArrayValue concat(Evaluation evaluation, ArrayValue other) {
    long length = (long) size + other.size;
    if (size == 0) {
      return other;
    }
    if (other.size == 0) {
      return this;
    }
    evaluation.promise(length * 4);
    if (length > LONGEST) {
      throw evaluation.limit("an array of " + length + " elements is too long");
    }
    if (length >= ROPE) {
      return new ArrayValue(evaluation, this, other);
    }
    var joined = Arrays.copyOfRange(items(), offset, offset + (int) length);
    other.copyTo(joined, size);
    return new ArrayValue(joined, 0, joined.length);
  }

  private Value[] items() {
    var all = items;
    return all == null ? flatten() : all;
  }

  private Value[] flatten() {
    if (evaluation != null) {
      // It was promised for this one alone: many may be waiting to be put together.
      evaluation.reserve(4L * size);
    }
    var all = new Value[size];
    int filled = 0;
    var pending = new ArrayDeque<ArrayValue>();
    pending.push(this);
    while (!pending.isEmpty()) {
      var next = pending.pop();
      if (next.items != null) {
        next.copyTo(all, filled);
        filled += next.size;
        continue;
      }
      if (next.right != null && next.left != null) {
        pending.push(next.right);
        pending.push(next.left);
      }
    }
    items = all;
    left = null;
    right = null;
    evaluation = null;
    return all;
  }

  @Override
  public Type type() {
    return Type.ARRAY;
  }
}
