// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.operators.Comparison;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** One value out of all elements of an array. */
final class Aggregates {

  /** Stands for an argument that was not given; known by its identity. */
  static final Value ABSENT = StringValue.of("absent");

  private Aggregates() {}

  static void register(Registry registry) {
    registry.strict("sum", "arr", (e, arr) -> NumberValue.of(sum(e, Expect.array(arr))));
    registry.strict("avg", "arr", Aggregates::avg);
    extreme(registry, "minArray", -1);
    extreme(registry, "maxArray", 1);
    registry.lazy("all", "arr", (e, arr) -> BooleanValue.of(!holds(e, arr, "all", false)));
    registry.lazy("any", "arr", (e, arr) -> BooleanValue.of(holds(e, arr, "any", true)));
  }

  /** The infinities are let out, as in the reference. */
  private static double sum(Evaluation evaluation, ArrayValue array) {
    double sum = 0;
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      sum += Expect.number(array.element(evaluation, i));
    }
    return sum;
  }

  private static Value avg(Evaluation evaluation, Value arr) {
    var array = Expect.array(arr);
    if (array.size() == 0) {
      throw JsonnetException.runtime("Cannot calculate average of an empty array.");
    }
    return NumberValue.of(sum(evaluation, array) / array.size());
  }

  private static void extreme(Registry registry, String name, int sign) {
    registry.strict(
        name,
        List.of("arr", "keyF?", "onEmpty?"),
        List.of(Sorting.ID, ABSENT),
        (e, a) -> extreme(e, a, sign));
  }

  private static Value extreme(Evaluation evaluation, Value[] arguments, int sign) {
    var array = Expect.array(arguments[0]);
    var keyF = Expect.function(arguments[1]);
    if (array.size() == 0) {
      if (arguments[2] == ABSENT) {
        throw JsonnetException.runtime("Expected at least one element in array. Got none");
      }
      return arguments[2];
    }
    var best = array.element(evaluation, 0);
    var bestKey = keyF.call(evaluation, best);
    for (int i = 1; i < array.size(); i++) {
      evaluation.step();
      var element = array.element(evaluation, i);
      var key = keyF.call(evaluation, element);
      if (Comparison.compare(evaluation, bestKey, key) * sign < 0) {
        best = element;
        bestKey = key;
      }
    }
    return best;
  }

  /** Whether an element is the one that is looked for; those behind it are not computed. */
  private static boolean holds(Evaluation evaluation, Value arr, String name, boolean wanted) {
    var elements = arr.force(evaluation);
    if (!(elements instanceof ArrayValue array)) {
      throw Transformations.wrong(name + "() parameter should be an array", elements);
    }
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      if (bool(evaluation, array.element(evaluation, i)) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean bool(Evaluation evaluation, Value element) {
    if (element instanceof BooleanValue bool) {
      return bool.value();
    }
    throw JsonnetException.runtime(
        "element \"%s\" of type %s is not a boolean"
            .formatted(ValueText.of(evaluation, element).value(), element.type().text()));
  }
}
