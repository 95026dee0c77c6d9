// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Constant;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/** Objects whose fields are known values. */
public final class DataObject {

  private static final Computation[] NOTHING = {};

  private DataObject() {}

  /** An object with these fields, all of them as in a literal with {@code name: value}. */
  public static ObjectValue of(Map<String, Value> fields) {
    if (fields.isEmpty()) {
      return ObjectValue.EMPTY;
    }
    List<Layout.Field> all = new ArrayList<>(fields.size());
    fields.forEach(
        (name, value) -> all.add(new Layout.Field(name, Visibility.INHERIT, Constant.of(value))));
    return ObjectValue.of(Layer.literal(new Layout(all, NOTHING, NOTHING), Frame.NONE));
  }
}
