// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoQuoting;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Parameters;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.json.DataObject;

/** A function of the host as a value of the language. */
final class NativeValue extends FunctionValue {

  private final NativeFunction function;
  private final Parameters parameters;

  NativeValue(NativeFunction function) {
    this.function = function;
    this.parameters =
        new Parameters(
            function.parameters(), function.parameters().stream().map(p -> true).toList());
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Value apply(Evaluation evaluation, @Nullable Value[] arguments) {
    var given = new ArrayList<Json>();
    for (var argument : arguments) {
      if (argument != null) {
        given.add(json(evaluation, argument.force(evaluation)));
      }
    }
    try {
      return value(function.body().apply(given, evaluation));
    } catch (NativeFailure failure) {
      throw JsonnetException.runtime(String.valueOf(failure.getMessage()));
    } catch (JsonnetException ended) {
      throw ended;
    } catch (RuntimeException defect) {
      // Whatever a function of the host does, only the program that called it may suffer.
      throw JsonnetException.runtime(
          "native function "
              + GoQuoting.quote(function.name())
              + " panicked: "
              + defect.getMessage());
    }
  }

  private static Json json(Evaluation evaluation, Value value) {
    evaluation.enter(1);
    Json json =
        switch (value) {
          case NullValue _ -> new Json.Null();
          case BooleanValue bool -> new Json.Bool(bool.value());
          case NumberValue number -> new Json.Num(number.value());
          case StringValue string -> new Json.Str(string.value());
          case ArrayValue array -> elements(evaluation, array);
          case ObjectValue object -> fields(evaluation, object);
          case FunctionValue _ ->
              throw JsonnetException.runtime("couldn't manifest function as JSON");
          case Thunk thunk -> json(evaluation, thunk.force(evaluation));
        };
    evaluation.leave(1);
    return json;
  }

  private static Json elements(Evaluation evaluation, ArrayValue array) {
    var elements = new ArrayList<Json>(array.size());
    for (int i = 0; i < array.size(); i++) {
      elements.add(json(evaluation, array.element(evaluation, i)));
    }
    return new Json.Arr(elements);
  }

  private static Json fields(Evaluation evaluation, ObjectValue object) {
    object.checkAssertionsBeforeWriting(evaluation);
    var fields = new LinkedHashMap<String, Json>();
    for (var name : object.visibleNames()) {
      fields.put(name, json(evaluation, object.get(evaluation, name)));
    }
    return new Json.Obj(fields);
  }

  private static Value value(Json json) {
    return switch (json) {
      case Json.Null _ -> NullValue.NULL;
      case Json.Bool bool -> BooleanValue.of(bool.value());
      case Json.Num number -> NumberValue.of(number.value());
      case Json.Str string -> StringValue.of(string.value());
      case Json.Arr array ->
          ArrayValue.of(array.elements().stream().map(NativeValue::value).toArray(Value[]::new));
      case Json.Obj object -> object(object);
    };
  }

  private static Value object(Json.Obj object) {
    var fields = new LinkedHashMap<String, Value>();
    object.fields().forEach((name, json) -> fields.put(name, value(json)));
    return DataObject.of(fields);
  }
}
