// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import java.util.List;
import wtf.metio.jaas.jsonnet.manifest.TextBuffer;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A format string, ready to be carried out. Immutable, shared by evaluations and threads. */
public final class FormatPlan {

  /** What one value adds to a text on average; a guess that spares copying while the text grows. */
  private static final int EXPECTED_CHARS = 16;

  // One more text than codes: codes stand between texts.
  private final String[] literals;
  private final FormatCode[] codes;
  private final int expected;

  FormatPlan(List<String> literals, List<FormatCode> codes) {
    this.literals = literals.toArray(String[]::new);
    this.codes = codes.toArray(FormatCode[]::new);
    int chars = 0;
    for (var literal : literals) {
      chars += literal.length();
    }
    this.expected = chars + codes.size() * EXPECTED_CHARS;
  }

  /**
   * The plan for a format string.
   *
   * @throws wtf.metio.jaas.jsonnet.diagnostics.JsonnetException if it is none, which is a failure
   *     of the program at the moment it formats, not before
   */
  public static FormatPlan of(String format) {
    return new FormatParser(format).parse();
  }

  /**
   * Formats values.
   *
   * @param values computed: an array for codes one after the other, an object for codes with keys,
   *     anything else for a single code
   */
  public StringValue apply(Evaluation evaluation, Value values) {
    return switch (values) {
      case ObjectValue object -> apply(evaluation, new NamedOperands(evaluation, object));
      case ArrayValue array -> list(evaluation, array);
      default -> list(evaluation, ArrayValue.of(values));
    };
  }

  private StringValue list(Evaluation evaluation, ArrayValue array) {
    var operands = new ListedOperands(evaluation, array);
    var result = apply(evaluation, operands);
    operands.requireAllUsed();
    return result;
  }

  private StringValue apply(Evaluation evaluation, Operands operands) {
    var out = new TextBuffer(evaluation, expected);
    var rendering = new Rendering(evaluation, out, operands);
    for (int i = 0; i < codes.length; i++) {
      evaluation.step();
      out.append(literals[i]);
      rendering.render(codes[i]);
    }
    out.append(literals[codes.length]);
    return out.toValue();
  }
}
