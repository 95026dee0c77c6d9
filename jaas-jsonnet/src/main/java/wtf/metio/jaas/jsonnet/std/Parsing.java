// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.operators.Arithmetic;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.json.JsonParser;
import wtf.metio.jaas.jsonnet.std.yaml.YamlStream;

/** Values from text. */
final class Parsing {

  private Parsing() {}

  static void register(Registry registry) {
    registry.strict("parseInt", "str", Parsing::parseInt);
    registry.lazy("parseOctal", "str", (e, s) -> natural(e, s, 8, "Not an octal number: \"\""));
    registry.lazy("parseHex", "str", (e, s) -> natural(e, s, 16, "Not hexadecimal: \"\""));
    registry.strict("parseJson", "str", Parsing::parseJson);
    registry.strict("parseYaml", "str", Parsing::parseYaml);
  }

  private static Value parseInt(Evaluation evaluation, Value str) {
    var text = Expect.string(str).value();
    evaluation.steps(text.length() >> 4);
    if (!isDecimal(text)) {
      throw notAnInteger(text, 10);
    }
    try {
      return NumberValue.of(Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      throw notAnInteger(text, 10);
    }
  }

  // The platform also takes the digits of other scripts.
  private static boolean isDecimal(String text) {
    int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > first;
  }

  private static JsonnetException notAnInteger(String text, int radix) {
    return JsonnetException.runtime(text + " is not a base " + radix + " integer");
  }

  private static Value natural(Evaluation evaluation, Value str, int radix, String emptyMessage) {
    if (!(str.force(evaluation) instanceof StringValue string)) {
      throw JsonnetException.runtime("Expected string, got " + str.force(evaluation).type().text());
    }
    var text = string.value();
    if (text.isEmpty()) {
      throw JsonnetException.runtime(emptyMessage);
    }
    double result = 0;
    for (int i = 0; i < text.length(); i++) {
      evaluation.step();
      int digit = digit(text.charAt(i));
      if (digit < 0 || digit >= radix) {
        throw notAnInteger(text, radix);
      }
      result = Arithmetic.checked(radix * result + digit).value();
    }
    return NumberValue.of(result);
  }

  // As the reference counts: what follows 9 and Z goes on as if it were a digit.
  private static int digit(char c) {
    if (c >= 'a') {
      return c - 'a' + 10;
    }
    return c >= 'A' ? c - 'A' + 10 : c - '0';
  }

  private static Value parseJson(Evaluation evaluation, Value str) {
    return new JsonParser(evaluation, Expect.string(str).value()).parse();
  }

  private static Value parseYaml(Evaluation evaluation, Value str) {
    return YamlStream.parse(evaluation, Expect.string(str).value());
  }
}
