// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.DeepText;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.operators.Addition;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;

/** Strings and arrays made of parts. */
final class Joining {

  private static final StringValue SLASH = StringValue.of("/");
  private static final ArrayValue LAST_LINE = ArrayValue.of(StringValue.EMPTY);

  private Joining() {}

  static void register(Registry registry) {
    registry.strict("join", "sep", "arr", Joining::join);
    registry.lazy("lines", "arr", Joining::lines);
    registry.lazy("deepJoin", "arr", Joining::deepJoin);
    registry.lazy("resolvePath", "f", "r", Joining::resolvePath);
  }

  private static Value join(Evaluation evaluation, Value sep, Value arr) {
    var parts = Expect.array(arr);
    return switch (sep) {
      case StringValue separator -> strings(evaluation, separator.value(), parts);
      case ArrayValue separator -> arrays(evaluation, separator, parts);
      default ->
          throw JsonnetException.runtime(
              "join first parameter should be string or array, got " + sep.type().text());
    };
  }

  /** Strings one behind the other with a separator between each two; null is no part. */
  static StringValue strings(Evaluation evaluation, String separator, ArrayValue parts) {
    int size = parts.size();
    // All parts are computed before the text is begun, so that it is made in one piece.
    long chars = 0;
    int count = 0;
    for (int i = 0; i < size; i++) {
      evaluation.step();
      var part = parts.element(evaluation, i);
      if (part != NullValue.NULL) {
        chars += Expect.string(part).chars();
        count++;
      }
    }
    chars += (long) separator.length() * Math.max(0, count - 1);
    var out = new TextBuffer(evaluation, chars);
    boolean first = true;
    for (int i = 0; i < size; i++) {
      if (parts.element(evaluation, i) instanceof StringValue part) {
        if (!first) {
          out.append(separator);
        }
        first = false;
        out.append(part.value());
      }
    }
    return out.toValue();
  }

  private static Value arrays(Evaluation evaluation, ArrayValue separator, ArrayValue parts) {
    var joined = new Gathering(evaluation, parts.size());
    boolean first = true;
    for (int i = 0; i < parts.size(); i++) {
      evaluation.step();
      var part = parts.element(evaluation, i);
      if (part != NullValue.NULL) {
        var items = Expect.array(part);
        if (!first) {
          joined.addAll(separator);
        }
        first = false;
        joined.addAll(items);
      }
    }
    return joined.array();
  }

  private static Value lines(Evaluation evaluation, Value arr) {
    var lines = Addition.add(evaluation, arr.force(evaluation), LAST_LINE);
    return strings(evaluation, "\n", Expect.array(lines));
  }

  private static Value deepJoin(Evaluation evaluation, Value arr) {
    var value = arr.force(evaluation);
    if (value instanceof StringValue) {
      return value;
    }
    var out = new TextBuffer(evaluation);
    DeepText.append(evaluation, out, value);
    return out.toValue();
  }

  /** A path relative to the folder of another one. */
  private static Value resolvePath(Evaluation evaluation, Value f, Value r) {
    List<Value> parts = Splitting.parts(evaluation, f.force(evaluation), SLASH);
    parts.set(parts.size() - 1, r);
    return strings(evaluation, "/", ArrayValue.of(parts.toArray(Value[]::new)));
  }
}
