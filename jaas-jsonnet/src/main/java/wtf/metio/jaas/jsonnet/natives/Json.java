// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.natives;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;

/** A JSON value, as native functions take and give it. */
public sealed interface Json {

  /** {@code null}. */
  record Null() implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** A number; neither infinite nor NaN. */
  record Num(double value) implements Json {}

  /** A string without lone surrogates. */
  record Str(String value) implements Json {}

  /** An array. */
  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  /** An object; the order of its fields does not matter. */
  record Obj(SequencedMap<String, Json> fields) implements Json {
    public Obj {
      fields = Collections.unmodifiableSequencedMap(fields);
    }
  }
}
