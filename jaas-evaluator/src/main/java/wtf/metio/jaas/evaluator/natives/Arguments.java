// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives;

import java.util.List;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/**
 * What a function was called with.
 *
 * @param function its name
 * @param given as many values as it has parameters
 */
record Arguments(String function, List<Json> given) {

  /** An argument that must be a string. */
  String text(int index) throws NativeFailure {
    if (given.get(index) instanceof Json.Str(var text)) {
      return text;
    }
    throw wrongType(index, "a string");
  }

  /** An argument that must be a number; its fraction is cut off. */
  int count(int index) throws NativeFailure {
    if (given.get(index) instanceof Json.Num(var number)) {
      return (int) number;
    }
    throw wrongType(index, "a number");
  }

  private NativeFailure wrongType(int index, String wanted) {
    var found = found(given.get(index));
    return new NativeFailure(
        function + ": argument " + (index + 1) + " is " + found + ", expected " + wanted);
  }

  private static String found(Json value) {
    return switch (value) {
      case Json.Null() -> "null";
      case Json.Bool _ -> "a boolean";
      case Json.Num _ -> "a number";
      case Json.Str _ -> "a string";
      case Json.Arr _ -> "an array";
      case Json.Obj _ -> "an object";
    };
  }
}
