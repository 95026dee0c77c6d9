// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.operators.Length;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Type;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** What a value is. */
final class Types {

  private Types() {}

  static void register(Registry registry) {
    registry.strict("type", "x", Types::type);
    registry.strict("length", "x", (e, x) -> NumberValue.of(Length.of(x)));
    registry.lazy("isArray", "v", (e, v) -> is(e, v, Type.ARRAY));
    registry.lazy("isBoolean", "v", (e, v) -> is(e, v, Type.BOOLEAN));
    registry.lazy("isFunction", "v", (e, v) -> is(e, v, Type.FUNCTION));
    registry.lazy("isNumber", "v", (e, v) -> is(e, v, Type.NUMBER));
    registry.lazy("isObject", "v", (e, v) -> is(e, v, Type.OBJECT));
    registry.lazy("isString", "v", (e, v) -> is(e, v, Type.STRING));
    registry.strict("isNull", "x", (e, v) -> is(e, v, Type.NULL));
  }

  private static Value type(Evaluation evaluation, Value x) {
    return StringValue.of(x.type().text());
  }

  private static Value is(Evaluation evaluation, Value v, Type type) {
    return BooleanValue.of(v.force(evaluation).type() == type);
  }
}
