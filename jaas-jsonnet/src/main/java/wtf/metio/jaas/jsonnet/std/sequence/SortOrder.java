// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.sequence;

import wtf.metio.jaas.jsonnet.operators.Comparison;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/**
 * The order of keys: a stable merge sort that may be ended at any comparison.
 *
 * <p>Keys of one simple type are compared without a look at their types. A key is always compared
 * with one that stands before it, never the other way round: failures name the types in that order.
 */
public abstract class SortOrder {

  /** Shorter runs are put in order by insertion. */
  private static final int RUN = 8;

  private final Evaluation evaluation;

  private SortOrder(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Compares the keys at two positions. */
  abstract int compare(int left, int right);

  /** The positions of the keys in ascending order; equal keys stay in the order they came in. */
  public static int[] of(Evaluation evaluation, Value[] keys) {
    evaluation.reserve(keys.length * 4L * Integer.BYTES);
    return keys(evaluation, keys).order(keys.length);
  }

  private static SortOrder keys(Evaluation evaluation, Value[] keys) {
    int numbers = 0;
    int strings = 0;
    for (var key : keys) {
      numbers += key instanceof NumberValue ? 1 : 0;
      strings += key instanceof StringValue ? 1 : 0;
    }
    if (numbers == keys.length) {
      return new Numbers(evaluation, keys);
    }
    return strings == keys.length ? new Strings(evaluation, keys) : new Others(evaluation, keys);
  }

  private boolean precedes(int left, int right) {
    evaluation.step();
    return compare(left, right) < 0;
  }

  private int[] order(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int from = 0; from < size; from += RUN) {
      insert(order, from, Math.min(size, from + RUN));
    }
    int[] spare = new int[size];
    for (long width = RUN; width < size; width *= 2) {
      for (long from = 0; from + width < size; from += 2 * width) {
        long to = Math.min(size, from + 2 * width);
        merge(order, spare, (int) from, (int) (from + width), (int) to);
      }
    }
    return order;
  }

  private void insert(int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int inserted = order[i];
      int at = i;
      while (at > from && precedes(inserted, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = inserted;
    }
  }

  private void merge(int[] order, int[] spare, int from, int middle, int to) {
    if (!precedes(order[middle], order[middle - 1])) {
      return;
    }
    System.arraycopy(order, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    for (int at = from; left < middle; at++) {
      boolean takeRight = right < to && precedes(order[right], spare[left]);
      order[at] = takeRight ? order[right++] : spare[left++];
    }
  }

  private static final class Numbers extends SortOrder {
    private final double[] keys;

    Numbers(Evaluation evaluation, Value[] keys) {
      super(evaluation);
      this.keys = new double[keys.length];
      for (int i = 0; i < keys.length; i++) {
        this.keys[i] = ((NumberValue) keys[i]).value();
      }
    }

    @Override
    int compare(int left, int right) {
      // Only zeros of different sign are told apart by the bits, and they are equal here.
      return keys[left] < keys[right] ? -1 : keys[left] > keys[right] ? 1 : 0;
    }
  }

  private static final class Strings extends SortOrder {
    private final Evaluation evaluation;
    private final String[] keys;
    private final boolean basic;

    Strings(Evaluation evaluation, Value[] keys) {
      super(evaluation);
      this.evaluation = evaluation;
      this.keys = new String[keys.length];
      boolean allBasic = true;
      for (int i = 0; i < keys.length; i++) {
        var key = (StringValue) keys[i];
        allBasic &= key.isBasic();
        this.keys[i] = key.value();
      }
      basic = allBasic;
    }

    @Override
    int compare(int left, int right) {
      evaluation.steps(Math.min(keys[left].length(), keys[right].length()) >> 6);
      // Java's own order, which is faster, differs for surrogates alone.
      return basic
          ? keys[left].compareTo(keys[right])
          : CodePoints.compare(keys[left], keys[right]);
    }
  }

  private static final class Others extends SortOrder {
    private final Evaluation evaluation;
    private final Value[] keys;

    Others(Evaluation evaluation, Value[] keys) {
      super(evaluation);
      this.evaluation = evaluation;
      this.keys = keys;
    }

    @Override
    int compare(int left, int right) {
      return Comparison.compare(evaluation, keys[left], keys[right]);
    }
  }
}
