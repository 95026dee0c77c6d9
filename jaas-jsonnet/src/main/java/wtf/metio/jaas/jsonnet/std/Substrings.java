// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.List;
import java.util.function.BiPredicate;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.operators.Length;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;

/** Strings within strings. */
final class Substrings {

  private Substrings() {}

  static void register(Registry registry) {
    registry.strict("substr", List.of("str", "from", "len"), Substrings::substr);
    registry.lazy("startsWith", "a", "b", Substrings::startsWith);
    registry.lazy("endsWith", "a", "b", Substrings::endsWith);
    registry.strict("strReplace", List.of("str", "from", "to"), Substrings::strReplace);
    registry.lazy("findSubstr", "pat", "str", Substrings::findSubstr);
  }

  private static Value substr(Evaluation evaluation, Value str, Value from, Value len) {
    if (!(str instanceof StringValue string)) {
      throw wrong("first parameter should be a string, got " + str.type().text());
    }
    double begin = begin(from);
    if (!(len instanceof NumberValue number)) {
      throw wrong("third parameter should be a number, got " + len.type().text());
    }
    double length = number.value();
    if ((int) length != length) {
      throw wrong("third parameter should be an integer, got " + GoNumbers.fixed(length));
    }
    if (length < 0) {
      throw wrong("third parameter should be greater than zero, got " + (int) length);
    }
    return part(evaluation, string, begin, begin + length);
  }

  private static double begin(Value from) {
    if (!(from instanceof NumberValue number)) {
      throw wrong("second parameter should be a number, got " + from.type().text());
    }
    double begin = number.value();
    if (begin != Math.rint(begin)) {
      throw wrong("second parameter should be an integer, got " + GoNumbers.fixed(begin));
    }
    if (begin < 0) {
      throw wrong("second parameter should be greater than zero, got " + GoNumbers.fixed(begin));
    }
    return begin;
  }

  private static JsonnetException wrong(String what) {
    return JsonnetException.runtime("substr " + what);
  }

  private static StringValue part(
      Evaluation evaluation, StringValue string, double from, double to) {
    int end = (int) Math.min(to, string.length());
    int begin = (int) Math.min(from, end);
    if (begin == 0 && end == string.length()) {
      return string;
    }
    evaluation.reserve(end - begin);
    return StringValue.of(string.substring(begin, end));
  }

  private static Value startsWith(Evaluation evaluation, Value a, Value b) {
    return compared(evaluation, a, b, String::startsWith);
  }

  private static Value endsWith(Evaluation evaluation, Value a, Value b) {
    return compared(evaluation, a, b, String::endsWith);
  }

  /** Lengths are looked at first: what is too short need not be a string. */
  private static Value compared(
      Evaluation evaluation, Value a, Value b, BiPredicate<String, String> comparison) {
    var whole = a.force(evaluation);
    int length = length(whole);
    var part = b.force(evaluation);
    if (length < length(part)) {
      return BooleanValue.FALSE;
    }
    var string = string(whole);
    if (part instanceof StringValue text) {
      evaluation.steps(text.chars() >> 8);
      return BooleanValue.of(comparison.test(string.value(), text.value()));
    }
    return BooleanValue.FALSE;
  }

  private static int length(Value value) {
    return Length.of(value);
  }

  private static StringValue string(Value value) {
    if (value instanceof StringValue string) {
      return string;
    }
    throw wrong("first parameter should be a string, got " + value.type().text());
  }

  private static Value strReplace(Evaluation evaluation, Value str, Value from, Value to) {
    var string = Expect.string(str);
    var wanted = Expect.string(from).value();
    var replacement = Expect.string(to).value();
    if (wanted.isEmpty()) {
      throw JsonnetException.runtime("'from' string must not be zero length.");
    }
    return replace(evaluation, string, wanted, replacement);
  }

  /** A string with every occurrence of a text replaced, found from the left. */
  static StringValue replace(
      Evaluation evaluation, StringValue string, String wanted, String replacement) {
    var text = string.value();
    var needle = new Needle(evaluation, wanted);
    int found = needle.in(text, 0);
    if (found < 0) {
      return string;
    }
    var out = new TextBuffer(evaluation, text.length());
    int from = 0;
    for (; found >= 0; found = needle.in(text, from)) {
      out.append(text, from, found);
      out.append(replacement);
      from = found + wanted.length();
    }
    out.append(text, from, text.length());
    return out.toValue();
  }

  private static Value findSubstr(Evaluation evaluation, Value pat, Value str) {
    if (!(pat.force(evaluation) instanceof StringValue pattern)) {
      throw notAString("first", pat.force(evaluation));
    }
    if (!(str.force(evaluation) instanceof StringValue string)) {
      throw notAString("second", str.force(evaluation));
    }
    if (pattern.chars() == 0) {
      return ArrayValue.EMPTY;
    }
    return positions(evaluation, pattern.value(), string);
  }

  private static JsonnetException notAString(String which, Value value) {
    return JsonnetException.runtime(
        "findSubstr " + which + " parameter should be a string, got " + value.type().text());
  }

  private static Value positions(Evaluation evaluation, String pattern, StringValue string) {
    var text = string.value();
    var found = new Gathering(evaluation, 8);
    var needle = new Needle(evaluation, pattern);
    int counted = 0;
    int position = 0;
    for (int at = needle.in(text, 0); at >= 0; at = needle.in(text, at + 1)) {
      position += string.isBasic() ? at - counted : text.codePointCount(counted, at);
      counted = at;
      found.add(NumberValue.of(position));
    }
    return found.array();
  }
}
