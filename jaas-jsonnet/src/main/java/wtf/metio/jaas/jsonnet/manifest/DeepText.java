// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Arrays of strings and of such arrays, as one text. */
public final class DeepText {

  private DeepText() {}

  /** Appends all strings in a computed value from left to right. */
  public static void append(Evaluation evaluation, TextBuffer out, Value value) {
    switch (value) {
      case StringValue string -> out.append(string.value());
      case ArrayValue array -> {
        evaluation.descend();
        for (int i = 0; i < array.size(); i++) {
          evaluation.step();
          append(evaluation, out, array.element(evaluation, i));
        }
        evaluation.ascend();
      }
      default ->
          throw JsonnetException.runtime("Expected string or array, got " + value.type().text());
    }
  }
}
