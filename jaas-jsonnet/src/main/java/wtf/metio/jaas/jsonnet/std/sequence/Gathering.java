// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.sequence;

import java.util.Arrays;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** An array in the making; asks for memory before it grows. */
public final class Gathering {

  /** Bytes that one element takes. */
  public static final long REFERENCE = 4;

  private static final int LONGEST = Integer.MAX_VALUE - 64;

  private final Evaluation evaluation;
  private Value[] items;
  private int size;

  /** An empty one with room for some elements. */
  public Gathering(Evaluation evaluation, int room) {
    this.evaluation = evaluation;
    evaluation.reserve(room * REFERENCE);
    items = new Value[room];
  }

  /** The number of elements so far. */
  public int size() {
    return size;
  }

  public void add(Value item) {
    if (size == items.length) {
      grow(size + 1L);
    }
    items[size++] = item;
  }

  public void addAll(ArrayValue array) {
    evaluation.steps(array.size() >> 4);
    long wanted = (long) size + array.size();
    if (wanted > items.length) {
      grow(wanted);
    }
    array.copyTo(items, size);
    size = (int) wanted;
  }

  private void grow(long wanted) {
    if (wanted > LONGEST) {
      throw evaluation.limit("an array of " + wanted + " elements is too long");
    }
    int room = (int) Math.min(LONGEST, Math.max(wanted, size + (size >> 1) + 8L));
    evaluation.reserve(room * REFERENCE);
    items = Arrays.copyOf(items, room);
  }

  /** The array; nothing may be added afterwards. */
  public ArrayValue array() {
    return ArrayValue.of(size == items.length ? items : Arrays.copyOf(items, size));
  }
}
