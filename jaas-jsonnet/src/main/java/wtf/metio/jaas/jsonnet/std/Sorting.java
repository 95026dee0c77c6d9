// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import wtf.metio.jaas.jsonnet.operators.Equality;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Builtin;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Parameters;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;
import wtf.metio.jaas.jsonnet.std.sequence.SortOrder;

/** Order in arrays, and sets: arrays in order without repetition. */
final class Sorting {

  /** {@code std.id}, the key of all functions that take one and are not given it. */
  static final Builtin ID =
      new Builtin(
          "id", new Parameters(List.of("x"), List.of(true)), List.of(), true, (e, a) -> a[0]);

  private Sorting() {}

  static void register(Registry registry) {
    var parameters = List.of("arr", "keyF?");
    registry.strict("sort", parameters, List.of(ID), (e, a) -> sort(e, a[0], a[1]));
    registry.lazy("uniq", parameters, List.of(ID), (e, a) -> uniq(e, a[0], a[1]));
    registry.lazy("set", parameters, List.of(ID), (e, a) -> set(e, a[0], a[1]));
  }

  private static Value sort(Evaluation evaluation, Value arr, Value keyF) {
    var array = Expect.array(arr);
    var order = SortOrder.of(evaluation, keys(evaluation, array, Expect.function(keyF)));
    return inOrder(evaluation, array, order);
  }

  private static Value set(Evaluation evaluation, Value arr, Value keyF) {
    var elements = arr.force(evaluation);
    var function = keyF.force(evaluation);
    var array = Expect.array(elements);
    var keys = keys(evaluation, array, Expect.function(function));
    var order = SortOrder.of(evaluation, keys);
    var kept = new Gathering(evaluation, array.size());
    Value last = null;
    for (int position : order) {
      evaluation.step();
      var key = keys[position];
      if (last == null || !Equality.equal(evaluation, last, key)) {
        kept.add(array.get(position));
        last = key;
      }
    }
    return kept.array();
  }

  private static Value uniq(Evaluation evaluation, Value arr, Value keyF) {
    var array = Transformations.folded(evaluation, arr, "foldl");
    if (array.size() < 2) {
      return array;
    }
    var function = Expect.function(keyF.force(evaluation));
    var kept = new Gathering(evaluation, array.size());
    kept.add(array.get(0));
    var last = function.call(evaluation, array.get(0));
    for (int i = 1; i < array.size(); i++) {
      evaluation.step();
      var key = function.call(evaluation, array.get(i));
      if (!Equality.equal(evaluation, last, key)) {
        kept.add(array.get(i));
        last = key;
      }
    }
    return kept.array();
  }

  private static Value[] keys(Evaluation evaluation, ArrayValue array, FunctionValue keyF) {
    int size = array.size();
    evaluation.reserve(size * Gathering.REFERENCE);
    var keys = new Value[size];
    for (int i = 0; i < size; i++) {
      evaluation.step();
      keys[i] = keyF == ID ? array.element(evaluation, i) : keyF.call(evaluation, array.get(i));
    }
    return keys;
  }

  private static Value inOrder(Evaluation evaluation, ArrayValue array, int[] order) {
    evaluation.reserve(order.length * Gathering.REFERENCE);
    var sorted = new Value[order.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = array.get(order[i]);
    }
    return ArrayValue.of(sorted);
  }
}
