// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** An array or object that is not complete yet. */
final class Nest {

  private final @Nullable Nest outer;
  private final List<Value> items = new ArrayList<>();
  private final @Nullable Map<String, Value> fields;
  private String key;

  private Nest(@Nullable Nest outer, @Nullable Map<String, Value> fields, String key) {
    this.outer = outer;
    this.fields = fields;
    this.key = key;
  }

  static Nest array(@Nullable Nest outer) {
    return new Nest(outer, null, "");
  }

  static Nest object(@Nullable Nest outer, String firstKey) {
    return new Nest(outer, new HashMap<>(), firstKey);
  }

  @Nullable Nest outer() {
    return outer;
  }

  boolean isObject() {
    return fields != null;
  }

  /** Takes the key of the next value. */
  void expect(String next) {
    key = next;
  }

  /** Takes a value; of two with the same key the later one stays. */
  void put(Value value) {
    if (fields == null) {
      items.add(value);
    } else {
      fields.put(key, value);
    }
  }

  Value toValue() {
    return fields == null ? ArrayValue.of(items.toArray(Value[]::new)) : DataObject.of(fields);
  }
}
