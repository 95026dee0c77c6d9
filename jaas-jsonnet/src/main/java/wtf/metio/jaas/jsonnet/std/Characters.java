// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Deferred;
import wtf.metio.jaas.jsonnet.std.sequence.Sequence;
import wtf.metio.jaas.jsonnet.text.CaseFolding;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Strings character by character: codes, case, what surrounds them. */
final class Characters {

  private static final double HIGHEST = 0x10FFFF;

  private static final int CASE = 'a' - 'A';

  private Characters() {}

  static void register(Registry registry) {
    registry.strict("char", "n", Characters::character);
    registry.strict("codepoint", "str", Characters::codePoint);
    registry.lazy("stringChars", "str", Characters::stringChars);
    registry.lazy("asciiUpper", "str", (e, str) -> ascii(e, str, 'a', -CASE));
    registry.lazy("asciiLower", "str", (e, str) -> ascii(e, str, 'A', CASE));
    registry.strict("isEmpty", "str", Characters::isEmpty);
    registry.strict("equalsIgnoreCase", "str1", "str2", Characters::equalsIgnoreCase);
  }

  private static Value character(Evaluation evaluation, Value n) {
    double number = Expect.number(n);
    if (number > HIGHEST) {
      throw JsonnetException.runtime("Invalid unicode codepoint, got " + GoNumbers.general(number));
    }
    if (number < 0) {
      throw JsonnetException.runtime("Codepoints must be >= 0, got " + GoNumbers.general(number));
    }
    return StringValue.of(Utf8.wellFormed(Character.toString((int) number)));
  }

  private static Value codePoint(Evaluation evaluation, Value str) {
    return NumberValue.of(codePoint(Expect.string(str)));
  }

  private static int codePoint(StringValue string) {
    if (string.length() != 1) {
      throw JsonnetException.runtime(
          "codepoint takes a string of length 1, got length " + string.length());
    }
    return string.value().codePointAt(0);
  }

  private static Value stringChars(Evaluation evaluation, Value str) {
    var value = str.force(evaluation);
    if (value instanceof ArrayValue array) {
      return array;
    }
    if (value instanceof StringValue string) {
      return Sequence.characters(evaluation, string);
    }
    // What has a length but no elements fails when somebody looks at one.
    var characters = Sequence.of(evaluation, value);
    var items = new Value[characters.length()];
    for (int i = 0; i < items.length; i++) {
      items[i] = Deferred.element(characters, i);
    }
    return ArrayValue.of(items);
  }

  /** Moves the 26 letters from {@code first} on by a distance. */
  private static Value ascii(Evaluation evaluation, Value str, char first, int distance) {
    var value = str.force(evaluation);
    if (value instanceof StringValue string) {
      return StringValue.of(moved(evaluation, string.value(), first, distance));
    }
    var characters = Sequence.of(evaluation, value);
    var out = new TextBuffer(evaluation, characters.length());
    for (int i = 0; i < characters.length(); i++) {
      evaluation.step();
      var character = Expect.string(characters.get(i).force(evaluation));
      codePoint(character);
      out.append(moved(evaluation, character.value(), first, distance));
    }
    return out.toValue();
  }

  private static String moved(Evaluation evaluation, String text, char first, int distance) {
    int at = 0;
    while (at < text.length() && !isLetter(text.charAt(at), first)) {
      at++;
    }
    evaluation.reserve(text.length());
    if (at == text.length()) {
      return text;
    }
    var result = new StringBuilder(text);
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isLetter(c, first)) {
        result.setCharAt(at, (char) (c + distance));
      }
    }
    return result.toString();
  }

  private static boolean isLetter(char c, char first) {
    return c >= first && c < first + 26;
  }

  private static Value isEmpty(Evaluation evaluation, Value str) {
    return BooleanValue.of(Expect.string(str).chars() == 0);
  }

  private static Value equalsIgnoreCase(Evaluation evaluation, Value str1, Value str2) {
    var first = Expect.string(str1).value();
    var second = Expect.string(str2).value();
    evaluation.steps(first.length() >> 4);
    return BooleanValue.of(CaseFolding.equal(first, second));
  }
}
