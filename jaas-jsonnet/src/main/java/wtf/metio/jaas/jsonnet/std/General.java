// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.operators.Comparison;
import wtf.metio.jaas.jsonnet.operators.Equality;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Type;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Sequence;
import wtf.metio.jaas.jsonnet.text.Escaping;

/** Equality, order, and what reaches outside of the program. */
final class General {

  private General() {}

  static void register(Registry registry) {
    registry.constant("id", Sorting.ID);
    registry.strict("extVar", "x", General::extVar);
    registry.strict("native", "x", General::nativeFunction);
    registry.lazy("trace", "str", "rest", General::trace);
    registry.strict("equals", "x", "y", (e, x, y) -> BooleanValue.of(Equality.equal(e, x, y)));
    registry.strict("primitiveEquals", "x", "y", General::primitiveEquals);
    registry.lazy("assertEqual", "a", "b", General::assertEqual);
    registry.lazy("__compare", "v1", "v2", (e, a, b) -> NumberValue.of(compare(e, a, b)));
    registry.lazy(
        "__compare_array", "arr1", "arr2", (e, a, b) -> NumberValue.of(compareArrays(e, a, b)));
    order(registry, "__array_less", Order.LESS);
    order(registry, "__array_greater", Order.GREATER);
    order(registry, "__array_less_or_equal", Order.LESS_OR_EQUAL);
    order(registry, "__array_greater_or_equal", Order.GREATER_OR_EQUAL);
  }

  private enum Order {
    LESS,
    GREATER,
    LESS_OR_EQUAL,
    GREATER_OR_EQUAL;

    boolean fits(int comparison) {
      return switch (this) {
        case LESS -> comparison < 0;
        case GREATER -> comparison > 0;
        case LESS_OR_EQUAL -> comparison <= 0;
        case GREATER_OR_EQUAL -> comparison >= 0;
      };
    }
  }

  private static void order(Registry registry, String name, Order order) {
    registry.lazy(
        name, "arr1", "arr2", (e, a, b) -> BooleanValue.of(order.fits(compareArrays(e, a, b))));
  }

  private static Value extVar(Evaluation evaluation, Value x) {
    return evaluation.world().externalVariable(evaluation, Expect.string(x).value());
  }

  private static Value nativeFunction(Evaluation evaluation, Value x) {
    return evaluation.world().nativeFunction(Expect.string(x).value());
  }

  private static Value trace(Evaluation evaluation, Value str, Value rest) {
    // Computing the arguments may call other functions, so the place is asked for first.
    var place = evaluation.callPlace();
    var text = str.force(evaluation);
    var result = rest.force(evaluation);
    evaluation.world().trace("TRACE: " + place + ' ' + Expect.string(text).value());
    return result;
  }

  private static Value primitiveEquals(Evaluation evaluation, Value x, Value y) {
    if (x.type() == y.type() && (x instanceof ArrayValue || x instanceof ObjectValue)) {
      throw JsonnetException.runtime(
          "primitiveEquals operates on primitive types, got " + x.type().text());
    }
    return BooleanValue.of(Equality.equal(evaluation, x, y));
  }

  private static Value assertEqual(Evaluation evaluation, Value a, Value b) {
    var first = a.force(evaluation);
    var second = b.force(evaluation);
    if (Equality.equal(evaluation, first, second)) {
      return BooleanValue.TRUE;
    }
    throw JsonnetException.runtime(
        "Assertion failed. " + quoted(evaluation, first) + " != " + quoted(evaluation, second));
  }

  private static String quoted(Evaluation evaluation, Value value) {
    return value instanceof StringValue string
        ? Escaping.JSONNET.quote(string.value())
        : ValueText.of(evaluation, value).value();
  }

  private static int compare(Evaluation evaluation, Value v1, Value v2) {
    var first = v1.force(evaluation);
    var second = v2.force(evaluation);
    if (first.type() != second.type()) {
      throw JsonnetException.runtime(
          "Comparison requires matching types. Got %s and %s"
              .formatted(first.type().text(), second.type().text()));
    }
    return switch (first.type()) {
      case ARRAY -> compareArrays(evaluation, first, second);
      case FUNCTION, OBJECT, BOOLEAN -> throw incomparable(first.type());
      case NULL, NUMBER, STRING -> Integer.signum(Comparison.compare(evaluation, first, second));
    };
  }

  private static JsonnetException incomparable(Type type) {
    return JsonnetException.runtime("Values of type " + type.text() + " are not comparable.");
  }

  private static int compareArrays(Evaluation evaluation, Value arr1, Value arr2) {
    var first = Sequence.of(evaluation, arr1.force(evaluation));
    var second = Sequence.of(evaluation, arr2.force(evaluation));
    evaluation.descend();
    int common = Math.min(first.length(), second.length());
    int order = 0;
    for (int i = 0; order == 0 && i < common; i++) {
      evaluation.step();
      order = compare(evaluation, first.get(i), second.get(i));
    }
    evaluation.ascend();
    return order == 0 ? Integer.compare(first.length(), second.length()) : order;
  }
}
