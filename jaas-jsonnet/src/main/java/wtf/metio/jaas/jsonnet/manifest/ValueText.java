// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.NumberText;

/** Values as parts of strings: {@code 'a' + value}, {@code std.toString}, {@code %s}. */
public final class ValueText {

  private ValueText() {}

  /** A string as it is, any other value as JSON on one line. */
  public static StringValue of(Evaluation evaluation, Value value) {
    return switch (value) {
      case StringValue string -> string;
      case NumberValue number -> StringValue.of(NumberText.output(number.value()));
      case BooleanValue bool -> StringValue.of(bool.value() ? "true" : "false");
      default -> {
        var out = new OutputBuffer(evaluation, Integer.MAX_VALUE);
        JsonWriter.line(evaluation, out, value);
        yield StringValue.of(out.toText());
      }
    };
  }
}
