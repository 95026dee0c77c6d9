// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.util.List;
import java.util.stream.Collectors;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;

/** The three native functions that go-jsonnet's own cases use. */
final class ReferenceNatives {

  private ReferenceNatives() {}

  static List<NativeFunction> all() {
    return List.of(
        new NativeFunction(
            "jsonToString", List.of("x"), (x, checkpoint) -> new Json.Str(compact(x.getFirst()))),
        new NativeFunction(
            "nativeError",
            List.of(),
            (none, checkpoint) -> {
              throw new NativeFailure("native function error");
            }),
        new NativeFunction(
            "nativePanic",
            List.of(),
            (none, checkpoint) -> {
              throw new IllegalStateException("native function panic");
            }));
  }

  /** Enough of a JSON writer for the few values that the cases pass. */
  private static String compact(Json value) {
    return switch (value) {
      case Json.Null() -> "null";
      case Json.Bool(boolean bool) -> String.valueOf(bool);
      case Json.Num(double number) -> String.valueOf((long) number);
      case Json.Str(String text) -> "\"" + text + "\"";
      case Json.Arr(List<Json> elements) ->
          elements.stream()
              .map(ReferenceNatives::compact)
              .collect(Collectors.joining(",", "[", "]"));
      case Json.Obj object ->
          object.fields().entrySet().stream()
              .map(field -> "\"" + field.getKey() + "\":" + compact(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }
}
