// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Deferred;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;
import wtf.metio.jaas.jsonnet.std.sequence.Sequence;

/** Functions that hand elements to a function of the program. */
final class Transformations {

  private Transformations() {}

  static void register(Registry registry) {
    registry.strict("makeArray", "sz", "func", Transformations::makeArray);
    registry.lazy("map", "func", "arr", Transformations::map);
    registry.lazy("mapWithIndex", "func", "arr", Transformations::mapWithIndex);
    registry.strict("filter", "func", "arr", Transformations::filter);
    registry.lazy(
        "filterMap", List.of("filter_func", "map_func", "arr"), Transformations::filterMap);
    registry.strict("flatMap", "func", "arr", Transformations::flatMap);
    registry.strict("$flatMapArray", "func", "arr", (e, f, a) -> flatMap(e, f, Expect.array(a)));
    registry.strict("foldl", List.of("func", "arr", "init"), Transformations::foldl);
    registry.strict("foldr", List.of("func", "arr", "init"), Transformations::foldr);
  }

  private static Value makeArray(Evaluation evaluation, Value sz, Value func) {
    int size = Math.max(0, Expect.integer(sz));
    var function = Expect.function(func);
    evaluation.reserve(size * Deferred.BYTES);
    var items = new Value[size];
    for (int i = 0; i < size; i++) {
      items[i] = Deferred.call(function, NumberValue.of(i));
    }
    return ArrayValue.of(items);
  }

  private static Value map(Evaluation evaluation, Value func, Value arr) {
    var function = function(evaluation, func, "std.map first param must be function");
    var array = sequence(evaluation, arr, "std.map second param must be array / string");
    return map(evaluation, function, array);
  }

  private static Value map(Evaluation evaluation, FunctionValue function, ArrayValue array) {
    int size = array.size();
    evaluation.reserve(size * Deferred.BYTES);
    var items = new Value[size];
    for (int i = 0; i < size; i++) {
      items[i] = Deferred.call(function, array.get(i));
    }
    return ArrayValue.of(items);
  }

  private static Value mapWithIndex(Evaluation evaluation, Value func, Value arr) {
    var function = function(evaluation, func, "std.mapWithIndex first param must be function");
    var array = sequence(evaluation, arr, "std.mapWithIndex second param must be array");
    int size = array.size();
    evaluation.reserve(size * Deferred.BYTES);
    var items = new Value[size];
    for (int i = 0; i < size; i++) {
      items[i] = Deferred.call(function, NumberValue.of(i), array.get(i));
    }
    return ArrayValue.of(items);
  }

  private static Value filter(Evaluation evaluation, Value func, Value arr) {
    var array = Expect.array(arr);
    return filter(evaluation, Expect.function(func), array);
  }

  private static ArrayValue filter(
      Evaluation evaluation, FunctionValue function, ArrayValue array) {
    var kept = new Gathering(evaluation, array.size());
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      if (Expect.bool(function.call(evaluation, array.get(i))).value()) {
        kept.add(array.get(i));
      }
    }
    return kept.array();
  }

  private static Value filterMap(
      Evaluation evaluation, Value filterFunc, Value mapFunc, Value arr) {
    var filter = function(evaluation, filterFunc, "std.filterMap first param must be function");
    var mapping = function(evaluation, mapFunc, "std.filterMap second param must be function");
    var elements = arr.force(evaluation);
    if (elements instanceof ArrayValue array) {
      return map(evaluation, mapping, filter(evaluation, filter, array));
    }
    throw wrong("std.filterMap third param must be array", elements);
  }

  private static Value flatMap(Evaluation evaluation, Value func, Value arr) {
    var function = Expect.function(func);
    return switch (arr) {
      case ArrayValue array -> flatMap(evaluation, function, array);
      case StringValue string -> flatMap(evaluation, function, string);
      default -> throw wrong("std.flatMap second param must be array / string", arr);
    };
  }

  private static Value flatMap(Evaluation evaluation, FunctionValue function, ArrayValue array) {
    var gathering = new Gathering(evaluation, array.size());
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      gathering.addAll(Expect.array(function.call(evaluation, array.get(i))));
    }
    return gathering.array();
  }

  private static Value flatMap(Evaluation evaluation, FunctionValue function, StringValue string) {
    var characters = Sequence.characters(evaluation, string);
    var joined = StringValue.EMPTY;
    for (int i = 0; i < characters.size(); i++) {
      evaluation.step();
      var part = Expect.string(function.call(evaluation, characters.get(i)));
      joined = joined.concat(evaluation, part);
    }
    return joined;
  }

  private static Value foldl(Evaluation evaluation, Value func, Value arr, Value init) {
    var function = Expect.function(func);
    var array = folded(evaluation, arr, "foldl");
    var result = init;
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      result = function.call(evaluation, result, array.get(i));
    }
    return result;
  }

  private static Value foldr(Evaluation evaluation, Value func, Value arr, Value init) {
    var function = Expect.function(func);
    var array = folded(evaluation, arr, "foldr");
    var result = init;
    for (int i = array.size() - 1; i >= 0; i--) {
      evaluation.step();
      result = function.call(evaluation, array.get(i), result);
    }
    return result;
  }

  /** The elements that a fold goes through; also for what is defined by one. */
  static ArrayValue folded(Evaluation evaluation, Value arr, String name) {
    return sequence(evaluation, arr, name + " second parameter should be string or array");
  }

  private static ArrayValue sequence(Evaluation evaluation, Value value, String expectation) {
    return switch (value.force(evaluation)) {
      case ArrayValue array -> array;
      case StringValue string -> Sequence.characters(evaluation, string);
      case Value other -> throw wrong(expectation, other);
    };
  }

  /** A function, or a failure that begins with what was expected. */
  static FunctionValue function(Evaluation evaluation, Value value, String expectation) {
    var computed = value.force(evaluation);
    if (computed instanceof FunctionValue function) {
      return function;
    }
    throw wrong(expectation, computed);
  }

  /** The failure of functions that say in their own words what they expect. */
  static JsonnetException wrong(String expectation, Value found) {
    return JsonnetException.runtime(expectation + ", got " + found.type().text());
  }
}
