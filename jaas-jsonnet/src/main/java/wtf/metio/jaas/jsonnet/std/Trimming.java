// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.operators.Equality;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/** Strings without what surrounds them. */
final class Trimming {

  private Trimming() {}

  static void register(Registry registry) {
    registry.strict("trim", "str", Trimming::trim);
    registry.strict("lstripChars", "str", "chars", (e, s, c) -> strip(e, s, c, true, false));
    registry.strict("rstripChars", "str", "chars", (e, s, c) -> strip(e, s, c, false, true));
    registry.strict("stripChars", "str", "chars", (e, s, c) -> strip(e, s, c, true, true));
  }

  private static Value trim(Evaluation evaluation, Value str) {
    var text = Expect.string(str).value();
    int begin = 0;
    int end = text.length();
    while (begin < end && isSpace(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return part(evaluation, text, begin, end);
  }

  /** What Unicode calls white space, and nothing else. */
  private static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0 -> true;
      case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  private static Value strip(
      Evaluation evaluation, Value str, Value chars, boolean front, boolean back) {
    var text = Expect.string(str).value();
    int begin = 0;
    int end = text.length();
    while (front && begin < end && has(evaluation, chars, text.codePointAt(begin))) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    while (back && begin < end && has(evaluation, chars, text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return part(evaluation, text, begin, end);
  }

  // Only looked at when there is a character to look for.
  private static boolean has(Evaluation evaluation, Value chars, int point) {
    return switch (chars) {
      case StringValue string -> {
        evaluation.steps(1 + (string.chars() >> 4));
        yield string.value().indexOf(point) >= 0;
      }
      case ArrayValue array -> has(evaluation, array, point);
      default ->
          throw JsonnetException.runtime("std.member first argument must be an array or a string");
    };
  }

  private static boolean has(Evaluation evaluation, ArrayValue array, int point) {
    var wanted = StringValue.of(CodePoints.ofCodePoint(point));
    for (int i = 0; i < array.size(); i++) {
      evaluation.step();
      if (Equality.equal(evaluation, array.element(evaluation, i), wanted)) {
        return true;
      }
    }
    return false;
  }

  private static Value part(Evaluation evaluation, String text, int begin, int end) {
    evaluation.reserve(end - begin);
    return StringValue.of(text.substring(begin, end));
  }
}
