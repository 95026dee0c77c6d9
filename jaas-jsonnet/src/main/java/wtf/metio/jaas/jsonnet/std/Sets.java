// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.operators.Addition;
import wtf.metio.jaas.jsonnet.operators.Comparison;
import wtf.metio.jaas.jsonnet.operators.Equality;
import wtf.metio.jaas.jsonnet.operators.Length;
import wtf.metio.jaas.jsonnet.operators.Slicing;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;
import wtf.metio.jaas.jsonnet.std.sequence.Sequence;

/**
 * Two sets at once: both are walked through side by side.
 *
 * <p>Nothing checks that they are in order. Whatever has a length and elements will do; a string
 * that is left over is added as one.
 */
final class Sets {

  /** From here on it pays to know whether an array is in order. */
  private static final int MANY = 16;

  private final Evaluation evaluation;
  private final Sequence left;
  private final Sequence right;
  private final Value keyF;

  // Keys at the present positions, null before they are computed.
  private @Nullable Value leftKey;
  private @Nullable Value rightKey;
  private int i;
  private int j;

  private Sets(Evaluation evaluation, Value left, Value right, Value keyF) {
    this.evaluation = evaluation;
    this.left = Sequence.of(evaluation, left);
    this.right = Sequence.of(evaluation, right);
    this.keyF = keyF;
  }

  static void register(Registry registry) {
    var parameters = List.of("a", "b", "keyF?");
    var defaults = List.<Value>of(Sorting.ID);
    registry.lazy("setUnion", parameters, defaults, (e, a) -> union(e, a[0], a[1], a[2]));
    registry.lazy("setInter", parameters, defaults, (e, a) -> inter(e, a[0], a[1], a[2]));
    registry.lazy("setDiff", parameters, defaults, (e, a) -> diff(e, a[0], a[1], a[2]));
    registry.lazy(
        "setMember", List.of("x", "arr", "keyF?"), defaults, (e, a) -> member(e, a[0], a[1], a[2]));
  }

  private static Value union(Evaluation evaluation, Value a, Value b, Value keyF) {
    var first = a.force(evaluation);
    if (Length.of(first) == 0) {
      return rest(evaluation, ArrayValue.EMPTY, b, 0);
    }
    var walk = new Sets(evaluation, first, b.force(evaluation), keyF);
    var all = new Gathering(evaluation, walk.left.length());
    while (walk.bothGoOn()) {
      int order = walk.compare();
      all.add(order <= 0 ? walk.left.get(walk.i) : walk.right.get(walk.j));
      walk.advance(order);
    }
    return walk.i >= walk.left.length()
        ? rest(evaluation, all.array(), walk.right.value(), walk.j)
        : rest(evaluation, all.array(), first, walk.i);
  }

  private static Value inter(Evaluation evaluation, Value a, Value b, Value keyF) {
    var first = a.force(evaluation);
    var second = b.force(evaluation);
    if (Length.of(first) == 0) {
      return ArrayValue.EMPTY;
    }
    var walk = new Sets(evaluation, first, second, keyF);
    var common = new Gathering(evaluation, 8);
    while (walk.bothGoOn()) {
      int order = walk.compare();
      if (order == 0) {
        common.add(walk.left.get(walk.i));
      }
      walk.advance(order);
    }
    return common.array();
  }

  private static Value diff(Evaluation evaluation, Value a, Value b, Value keyF) {
    var first = a.force(evaluation);
    var second = b.force(evaluation);
    if (Length.of(first) == 0) {
      return ArrayValue.EMPTY;
    }
    var walk = new Sets(evaluation, first, second, keyF);
    var only = new Gathering(evaluation, walk.left.length());
    while (walk.bothGoOn()) {
      int order = walk.compare();
      if (order < 0) {
        only.add(walk.left.get(walk.i));
      }
      walk.advance(order);
    }
    return walk.i >= walk.left.length()
        ? only.array()
        : rest(evaluation, only.array(), first, walk.i);
  }

  private static Value member(Evaluation evaluation, Value x, Value arr, Value keyF) {
    if (arr.force(evaluation) instanceof ArrayValue array
        && array.size() >= MANY
        && keyF.force(evaluation) == Sorting.ID
        && array.ascends(evaluation)) {
      var wanted = x.force(evaluation);
      if (wanted.type() == array.element(evaluation, 0).type()) {
        return BooleanValue.of(search(evaluation, wanted, array));
      }
    }
    var walk = new Sets(evaluation, ArrayValue.of(x), arr.force(evaluation), keyF);
    while (walk.bothGoOn()) {
      int order = walk.compare();
      if (order == 0) {
        return BooleanValue.TRUE;
      }
      walk.advance(order);
    }
    return BooleanValue.FALSE;
  }

  // A walk through a set that is in order would end at the same place.
  private static boolean search(Evaluation evaluation, Value wanted, ArrayValue set) {
    int from = 0;
    int to = set.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = Comparison.compare(evaluation, wanted, set.element(evaluation, middle));
      if (order == 0) {
        return true;
      }
      from = order < 0 ? from : middle + 1;
      to = order < 0 ? middle : to;
    }
    return false;
  }

  private static Value rest(Evaluation evaluation, ArrayValue begun, Value tail, int from) {
    var rest =
        Slicing.slice(evaluation, tail, NumberValue.of(from), NullValue.NULL, NullValue.NULL);
    return Addition.add(evaluation, begun, rest);
  }

  private boolean bothGoOn() {
    evaluation.step();
    return i < left.length() && j < right.length();
  }

  /** Compares the present keys, for equality first: keys that have no order may still be equal. */
  private int compare() {
    var first = leftKey;
    if (first == null) {
      first = key(left.get(i));
      leftKey = first;
    }
    var second = rightKey;
    if (second == null) {
      second = key(right.get(j));
      rightKey = second;
    }
    if (first instanceof StringValue && second instanceof StringValue) {
      return Comparison.compare(evaluation, first, second);
    }
    return Equality.equal(evaluation, first, second)
        ? 0
        : Comparison.compare(evaluation, first, second) < 0 ? -1 : 1;
  }

  private Value key(Value element) {
    FunctionValue function = Expect.function(keyF.force(evaluation));
    return function == Sorting.ID ? element.force(evaluation) : function.call(evaluation, element);
  }

  private void advance(int order) {
    if (order <= 0) {
      i++;
      leftKey = null;
    }
    if (order >= 0) {
      j++;
      rightKey = null;
    }
  }
}
