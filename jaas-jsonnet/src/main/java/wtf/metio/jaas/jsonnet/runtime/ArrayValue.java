// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.text.CodePoints;

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

  private static final int LOOKS = 8;

  private static final long LONGEST = Integer.MAX_VALUE - 64;

  private Value @Nullable [] items;
  private int offset;
  private final int size;
  private @Nullable Rope rope;
  private byte looks;
  private boolean ascends;

  /**
   * Two sides that are not put together yet.
   *
   * @param evaluation asked for memory when they are
   */
  private record Rope(Evaluation evaluation, ArrayValue left, ArrayValue right) {}

  private ArrayValue(Value[] items, int offset, int size) {
    this.items = items;
    this.offset = offset;
    this.size = size;
  }

  private ArrayValue(Rope rope) {
    this.rope = rope;
    this.size = rope.left().size + rope.right().size;
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

  /**
   * Whether all elements are known strings, or all are known numbers, each greater than the one
   * before. An array that is not like that is looked through a few times only, since the answer
   * changes when elements are computed.
   */
  public boolean ascends(Evaluation evaluation) {
    if (!ascends && looks < LOOKS) {
      looks++;
      evaluation.steps(size);
      ascends = size > 1 && looksAscending();
    }
    return ascends;
  }

  private boolean looksAscending() {
    var all = items();
    var last = known(all[offset]);
    for (int i = 1; i < size; i++) {
      var next = known(all[offset + i]);
      if (!isBelow(last, next)) {
        return false;
      }
      last = next;
    }
    return true;
  }

  private static @Nullable Value known(Value item) {
    return item instanceof Thunk thunk ? thunk.known() : item;
  }

  private static boolean isBelow(@Nullable Value lower, @Nullable Value higher) {
    if (lower instanceof NumberValue first && higher instanceof NumberValue second) {
      return first.value() < second.value();
    }
    return lower instanceof StringValue first
        && higher instanceof StringValue second
        && CodePoints.compare(first.value(), second.value()) < 0;
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
      return new ArrayValue(new Rope(evaluation, this, other));
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
    if (rope != null) {
      // It was promised for this one alone: many may be waiting to be put together.
      rope.evaluation().reserve(4L * size);
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
      if (next.rope != null) {
        pending.push(next.rope.right());
        pending.push(next.rope.left());
      }
    }
    items = all;
    rope = null;
    return all;
  }

  @Override
  public Type type() {
    return Type.ARRAY;
  }
}
