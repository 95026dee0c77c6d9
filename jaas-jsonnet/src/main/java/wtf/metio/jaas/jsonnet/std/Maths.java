// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.math.Exponential;
import wtf.metio.jaas.jsonnet.math.FloatParts;
import wtf.metio.jaas.jsonnet.math.Geometry;
import wtf.metio.jaas.jsonnet.math.Rounding;
import wtf.metio.jaas.jsonnet.operators.Arithmetic;
import wtf.metio.jaas.jsonnet.operators.Comparison;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Numbers and truth values. */
final class Maths {

  private static final NumberValue PI = NumberValue.of(Math.PI);
  private static final NumberValue HALF_TURN = NumberValue.of(180);

  private Maths() {}

  static void register(Registry registry) {
    registry.constant("pi", PI);
    powers(registry);
    angles(registry);
    parts(registry);
    comparisons(registry);
    registry.strict("modulo", "x", "y", (e, x, y) -> Arithmetic.remainder(x, y));
    registry.strict("xor", "x", "y", (e, x, y) -> BooleanValue.of(differ(x, y)));
    registry.strict("xnor", "x", "y", (e, x, y) -> BooleanValue.of(!differ(x, y)));
  }

  private static void powers(Registry registry) {
    function(registry, "sqrt", Math::sqrt);
    function(registry, "exp", Exponential::exp);
    function(registry, "log", Exponential::log);
    registry.lazy("log2", "x", (e, x) -> logarithm(e, x, 2));
    registry.lazy("log10", "x", (e, x) -> logarithm(e, x, 10));
    function(registry, "pow", "x", "n", Exponential::pow);
    function(registry, "hypot", "x", "y", Geometry::hypot);
  }

  private static void angles(Registry registry) {
    function(registry, "sin", Geometry::sin);
    function(registry, "cos", Geometry::cos);
    function(registry, "tan", Geometry::tan);
    function(registry, "asin", Geometry::asin);
    function(registry, "acos", Geometry::acos);
    function(registry, "atan", Geometry::atan);
    function(registry, "atan2", "y", "x", Geometry::atan2);
    registry.lazy("deg2rad", "x", (e, x) -> scale(e, x, PI, HALF_TURN));
    registry.lazy("rad2deg", "x", (e, x) -> scale(e, x, HALF_TURN, PI));
  }

  private static void parts(Registry registry) {
    function(registry, "ceil", Math::ceil);
    function(registry, "floor", Math::floor);
    function(registry, "round", Rounding::round);
    function(registry, "mantissa", FloatParts::mantissa);
    function(registry, "exponent", FloatParts::exponent);
    question(registry, "isEven", x -> Rounding.truncate(x) % 2 == 0);
    question(registry, "isOdd", x -> Rounding.truncate(x) % 2 != 0);
    question(registry, "isInteger", x -> x - Rounding.truncate(x) == 0);
    question(registry, "isDecimal", x -> x - Rounding.truncate(x) != 0);
  }

  private static void comparisons(Registry registry) {
    registry.lazy("abs", "n", Maths::abs);
    registry.lazy("sign", "n", Maths::sign);
    registry.lazy("max", "a", "b", Maths::max);
    registry.lazy("min", "a", "b", Maths::min);
    registry.lazy("clamp", List.of("x", "minVal", "maxVal"), Maths::clamp);
  }

  private static void function(Registry registry, String name, DoubleUnaryOperator body) {
    registry.strict(name, "x", (e, x) -> Arithmetic.checked(body.applyAsDouble(Expect.number(x))));
  }

  private static void function(
      Registry registry, String name, String first, String second, DoubleBinaryOperator body) {
    registry.strict(name, first, second, (e, x, y) -> binary(body, x, y));
  }

  private static Value binary(DoubleBinaryOperator body, Value x, Value y) {
    double first = Expect.number(x);
    return Arithmetic.checked(body.applyAsDouble(first, Expect.number(y)));
  }

  private static void question(Registry registry, String name, DoublePredicate body) {
    registry.strict(name, "x", (e, x) -> BooleanValue.of(body.test(Expect.number(x))));
  }

  private static Value logarithm(Evaluation evaluation, Value x, int base) {
    double dividend = Exponential.log(Expect.number(x.force(evaluation)));
    return Arithmetic.checked(Arithmetic.checked(dividend).value() / Exponential.log(base));
  }

  private static Value scale(Evaluation evaluation, Value x, Value factor, Value divisor) {
    return Arithmetic.divide(Arithmetic.multiply(x.force(evaluation), factor), divisor);
  }

  private static boolean differ(Value x, Value y) {
    var first = Expect.bool(x);
    return first != Expect.bool(y);
  }

  private static Value abs(Evaluation evaluation, Value n) {
    var value = n.force(evaluation);
    double number = number(value, "std.abs expected number");
    // Zero changes its sign, as in the reference.
    return number > 0 ? value : NumberValue.of(-number);
  }

  private static Value sign(Evaluation evaluation, Value n) {
    double number = number(n.force(evaluation), "std.sign expected number");
    return NumberValue.of(number > 0 ? 1 : number < 0 ? -1 : 0);
  }

  private static Value max(Evaluation evaluation, Value a, Value b) {
    var first = a.force(evaluation);
    double left = number(first, "std.max first param expected number");
    var second = b.force(evaluation);
    return left > number(second, "std.max second param expected number") ? first : second;
  }

  private static Value min(Evaluation evaluation, Value a, Value b) {
    var first = a.force(evaluation);
    double left = number(first, "std.min first param expected number");
    var second = b.force(evaluation);
    return left < number(second, "std.min second param expected number") ? first : second;
  }

  private static double number(Value value, String expectation) {
    if (value instanceof NumberValue number) {
      return number.value();
    }
    throw JsonnetException.runtime(expectation + ", got " + value.type().text());
  }

  /** Works for all that can be ordered. */
  private static Value clamp(Evaluation evaluation, Value x, Value lowest, Value highest) {
    var value = x.force(evaluation);
    var least = lowest.force(evaluation);
    if (Comparison.compare(evaluation, value, least) < 0) {
      return least;
    }
    var most = highest.force(evaluation);
    return Comparison.compare(evaluation, value, most) > 0 ? most : value;
  }
}
