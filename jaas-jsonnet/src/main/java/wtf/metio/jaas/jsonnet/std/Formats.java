// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.format.StringFormat;
import wtf.metio.jaas.jsonnet.std.sequence.Sequence;

/** Format strings. */
final class Formats {

  private Formats() {}

  static void register(Registry registry) {
    registry.lazy("format", "str", "vals", Formats::format);
    registry.lazy("mod", "a", "b", Formats::mod);
  }

  private static Value format(Evaluation evaluation, Value str, Value vals) {
    var values = vals.force(evaluation);
    var format = str.force(evaluation);
    return StringFormat.format(
        evaluation,
        format instanceof StringValue string ? string : text(evaluation, format),
        values);
  }

  // Whatever has a length and elements will do: an array of characters is a format string, too.
  private static StringValue text(Evaluation evaluation, Value format) {
    var characters = Sequence.of(evaluation, format);
    var out = new TextBuffer(evaluation, characters.length());
    for (int i = 0; i < characters.length(); i++) {
      evaluation.step();
      out.append(ValueText.of(evaluation, characters.get(i).force(evaluation)).value());
    }
    return out.toValue();
  }

  private static Value mod(Evaluation evaluation, Value a, Value b) {
    return StringFormat.remainder(evaluation, a.force(evaluation), b.force(evaluation));
  }
}
