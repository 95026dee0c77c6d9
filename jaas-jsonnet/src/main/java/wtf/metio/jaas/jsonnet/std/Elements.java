// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.Arrays;
import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.operators.Addition;
import wtf.metio.jaas.jsonnet.operators.Equality;
import wtf.metio.jaas.jsonnet.operators.Slicing;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;

/** Arrays made from nothing, taken apart, searched and put together. */
final class Elements {

  /** Bytes that a number takes with its place in an array. */
  private static final long NUMBER = 20;

  private Elements() {}

  static void register(Registry registry) {
    registry.strict("range", "from", "to", Elements::range);
    registry.lazy("repeat", "what", "count", Elements::repeat);
    registry.lazy(
        "slice",
        List.of("indexable", "index", "end", "step"),
        List.of(),
        (e, a) -> Slicing.slice(e, a[0], a[1], a[2], a[3]));
    registry.strict("reverse", "arr", Elements::reverse);
    registry.strict("removeAt", "arr", "i", Elements::removeAt);
    registry.strict("remove", "arr", "elem", Elements::remove);
    registry.strict("member", "arr", "x", Elements::member);
    registry.strict("contains", "arr", "elem", Elements::contains);
    registry.lazy("count", "arr", "x", Elements::count);
    registry.lazy("find", "value", "arr", Elements::find);
    registry.lazy("flattenArrays", "arrs", Elements::flattenArrays);
    registry.lazy("flattenDeepArray", "value", Elements::flattenDeepArray);
  }

  private static Value range(Evaluation evaluation, Value from, Value to) {
    int first = Expect.integer(from);
    long size = (long) Expect.integer(to) - first + 1;
    if (size <= 0) {
      return ArrayValue.EMPTY;
    }
    var items = new Value[size(evaluation, size, NUMBER)];
    for (int i = 0; i < items.length; i++) {
      items[i] = NumberValue.of((double) first + i);
    }
    return ArrayValue.of(items);
  }

  private static int size(Evaluation evaluation, long size, long bytes) {
    evaluation.reserve(size * bytes);
    if (size > Integer.MAX_VALUE - 64) {
      throw evaluation.limit("an array of " + size + " elements is too long");
    }
    return (int) size;
  }

  private static Value repeat(Evaluation evaluation, Value what, Value count) {
    return switch (what.force(evaluation)) {
      case StringValue string -> repeat(evaluation, string, times(evaluation, count));
      case ArrayValue array -> repeat(evaluation, array, times(evaluation, count));
      default ->
          throw JsonnetException.runtime("std.repeat first argument must be an array or a string");
    };
  }

  private static int times(Evaluation evaluation, Value count) {
    return Math.max(0, Expect.integer(count.force(evaluation)));
  }

  private static Value repeat(Evaluation evaluation, StringValue string, int times) {
    long length = (long) string.chars() * times;
    evaluation.reserve(length);
    if (length > Integer.MAX_VALUE - 64) {
      throw evaluation.limit("a string of " + length + " characters is too long");
    }
    return StringValue.of(string.value().repeat(times));
  }

  private static Value repeat(Evaluation evaluation, ArrayValue array, int times) {
    long length = (long) array.size() * times;
    var items = new Value[size(evaluation, length, Gathering.REFERENCE)];
    if (items.length > 0) {
      array.copyTo(items, 0);
    }
    for (int filled = array.size(); filled < items.length; ) {
      int more = Math.min(filled, items.length - filled);
      System.arraycopy(items, 0, items, filled, more);
      filled += more;
    }
    return ArrayValue.of(items);
  }

  private static Value reverse(Evaluation evaluation, Value arr) {
    var array = Expect.array(arr);
    int size = array.size();
    evaluation.reserve(size * Gathering.REFERENCE);
    var items = new Value[size];
    for (int i = 0; i < size; i++) {
      items[i] = array.get(size - 1 - i);
    }
    return ArrayValue.of(items);
  }

  private static Value removeAt(Evaluation evaluation, Value arr, Value i) {
    var array = Expect.array(arr);
    return removeAt(evaluation, array, Expect.integer(i));
  }

  private static Value removeAt(Evaluation evaluation, ArrayValue array, int index) {
    if (index < 0 || index >= array.size()) {
      throw JsonnetException.runtime(
          "Index " + index + " out of bounds, not within [0, " + array.size() + ")");
    }
    return array.slice(0, index).concat(evaluation, array.slice(index + 1, array.size()));
  }

  private static Value remove(Evaluation evaluation, Value arr, Value elem) {
    var array = Expect.array(arr);
    int index = indexOf(evaluation, array, elem);
    return index < 0 ? array : removeAt(evaluation, array, index);
  }

  private static Value member(Evaluation evaluation, Value arr, Value x) {
    return switch (arr) {
      case StringValue string -> {
        var needle = new Needle(evaluation, Expect.string(x).value());
        yield BooleanValue.of(needle.in(string.value(), 0) >= 0);
      }
      case ArrayValue array -> BooleanValue.of(indexOf(evaluation, array, x) >= 0);
      default ->
          throw JsonnetException.runtime("std.member first argument must be an array or a string");
    };
  }

  private static Value contains(Evaluation evaluation, Value arr, Value elem) {
    return BooleanValue.of(indexOf(evaluation, Expect.array(arr), elem) >= 0);
  }

  private static int indexOf(Evaluation evaluation, ArrayValue array, Value wanted) {
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      if (Equality.equal(evaluation, array.element(evaluation, i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static Value count(Evaluation evaluation, Value arr, Value x) {
    var array = Expect.array(arr.force(evaluation));
    return NumberValue.of(places(evaluation, array, x).length);
  }

  private static Value find(Evaluation evaluation, Value value, Value arr) {
    if (!(arr.force(evaluation) instanceof ArrayValue array)) {
      throw Transformations.wrong(
          "find second parameter should be an array", arr.force(evaluation));
    }
    int[] places = places(evaluation, array, value);
    var items = new Value[places.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = NumberValue.of(places[i]);
    }
    return ArrayValue.of(items);
  }

  /** Where a value stands; it is not computed when there are no elements. */
  private static int[] places(Evaluation evaluation, ArrayValue array, Value wanted) {
    int size = array.size();
    evaluation.reserve((long) size * Integer.BYTES);
    int[] places = new int[size];
    int found = 0;
    for (int i = 0; i < size; i++) {
      evaluation.step();
      var element = array.element(evaluation, i);
      if (Equality.equal(evaluation, element, wanted.force(evaluation))) {
        places[found++] = i;
      }
    }
    return Arrays.copyOf(places, found);
  }

  private static Value flattenArrays(Evaluation evaluation, Value arrs) {
    var arrays = Transformations.folded(evaluation, arrs.force(evaluation), "foldl");
    var gathering = new Gathering(evaluation, arrays.size());
    for (int i = 0; i < arrays.size(); i++) {
      evaluation.step();
      if (!(arrays.element(evaluation, i) instanceof ArrayValue part)) {
        return addUp(evaluation, gathering.array(), arrays, i);
      }
      gathering.addAll(part);
    }
    return gathering.array();
  }

  /** Goes on with {@code +} where elements are no arrays: a string makes a string of all. */
  private static Value addUp(Evaluation evaluation, ArrayValue begun, ArrayValue rest, int first) {
    Value sum = begun;
    for (int i = first; i < rest.size(); i++) {
      evaluation.step();
      sum = Addition.add(evaluation, sum, rest.element(evaluation, i));
    }
    return sum;
  }

  private static Value flattenDeepArray(Evaluation evaluation, Value value) {
    var gathering = new Gathering(evaluation, 16);
    gatherLeaves(evaluation, value.force(evaluation), gathering);
    return gathering.array();
  }

  private static void gatherLeaves(Evaluation evaluation, Value value, Gathering leaves) {
    if (!(value instanceof ArrayValue array)) {
      leaves.add(value);
      return;
    }
    evaluation.descend();
    for (int i = 0; i < array.size(); i++) {
      gatherLeaves(evaluation, array.element(evaluation, i), leaves);
    }
    evaluation.ascend();
  }
}
