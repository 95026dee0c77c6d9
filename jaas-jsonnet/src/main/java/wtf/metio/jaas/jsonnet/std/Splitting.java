// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Strings cut at a separator. */
final class Splitting {

  private static final int EVERYWHERE = -1;

  /** Bytes that a part takes besides its text. */
  private static final long PART = 80;

  private Splitting() {}

  static void register(Registry registry) {
    registry.lazy("split", "str", "c", Splitting::split);
    var parameters = List.of("str", "c", "maxsplits");
    registry.strict("splitLimit", parameters, Splitting::splitLimit);
    registry.strict("splitLimitR", parameters, Splitting::splitLimitR);
  }

  private static Value split(Evaluation evaluation, Value str, Value c) {
    return array(parts(evaluation, str.force(evaluation), c));
  }

  /** {@code std.split}, of which other functions are made. */
  static List<Value> parts(Evaluation evaluation, Value str, Value c) {
    if (!(str instanceof StringValue string)) {
      throw notAString("first", str);
    }
    var separator = c.force(evaluation);
    if (!(separator instanceof StringValue text)) {
      throw notAString("second", separator);
    }
    if (text.chars() == 0) {
      throw JsonnetException.runtime(
          "std.split second parameter must have length 1 or greater, got 0");
    }
    return fromTheLeft(evaluation, string.value(), text.value(), EVERYWHERE);
  }

  private static JsonnetException notAString(String which, Value value) {
    return JsonnetException.runtime(
        "std.split " + which + " parameter must be a String, got " + value.type().text());
  }

  private static Value splitLimit(Evaluation evaluation, Value str, Value c, Value maxSplits) {
    var text = Expect.string(str).value();
    var separator = Expect.string(c).value();
    int limit = limit("std.splitLimit", separator, maxSplits);
    return array(fromTheLeft(evaluation, text, separator, limit));
  }

  private static Value splitLimitR(Evaluation evaluation, Value str, Value c, Value maxSplits) {
    var text = Expect.string(str).value();
    var separator = Expect.string(c).value();
    int limit = limit("std.splitLimitR", separator, maxSplits);
    return array(fromTheRight(evaluation, text, separator, limit));
  }

  private static int limit(String function, String separator, Value maxSplits) {
    int limit = Expect.integer(maxSplits);
    if (limit < EVERYWHERE) {
      throw JsonnetException.runtime(
          function + " third parameter should be -1 or non-negative, got " + limit);
    }
    if (separator.isEmpty()) {
      throw JsonnetException.runtime(
          function + " second parameter should have length 1 or greater, got 0");
    }
    return limit;
  }

  private static List<Value> fromTheLeft(
      Evaluation evaluation, String text, String separator, int limit) {
    List<Value> parts = new ArrayList<>();
    var needle = new Needle(evaluation, separator);
    int from = 0;
    while (limit < 0 || parts.size() < limit) {
      int found = needle.in(text, from);
      if (found < 0) {
        break;
      }
      parts.add(part(evaluation, text, from, found));
      from = found + separator.length();
    }
    parts.add(part(evaluation, text, from, text.length()));
    return parts;
  }

  private static List<Value> fromTheRight(
      Evaluation evaluation, String text, String separator, int limit) {
    List<Value> parts = new ArrayList<>();
    var needle = new Needle(evaluation, separator);
    int to = text.length();
    while (limit < 0 || parts.size() < limit) {
      int found = needle.lastIn(text, to);
      if (found < 0) {
        break;
      }
      parts.add(part(evaluation, text, found + separator.length(), to));
      to = found;
    }
    parts.add(part(evaluation, text, 0, to));
    Collections.reverse(parts);
    return parts;
  }

  private static Value part(Evaluation evaluation, String text, int from, int to) {
    evaluation.step();
    evaluation.reserve(PART + to - from);
    return StringValue.of(text.substring(from, to));
  }

  private static Value array(List<Value> parts) {
    return ArrayValue.of(parts.toArray(Value[]::new));
  }
}
