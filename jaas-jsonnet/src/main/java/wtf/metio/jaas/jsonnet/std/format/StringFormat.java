// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.operators.Arithmetic;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Formatting where the format string is not known before the run. */
public final class StringFormat {

  private StringFormat() {}

  /** Formats computed values; see {@link FormatPlan#apply}. */
  public static StringValue format(Evaluation evaluation, StringValue format, Value values) {
    evaluation.steps(format.chars() >> 4);
    return FormatPlan.of(format.value()).apply(evaluation, values);
  }

  /** {@code left % right} of computed values: a remainder of numbers, or a format. */
  public static Value remainder(Evaluation evaluation, Value left, Value right) {
    if (left instanceof StringValue format) {
      return format(evaluation, format, right);
    }
    if (left instanceof NumberValue && right instanceof NumberValue) {
      return Arithmetic.remainder(left, right);
    }
    throw JsonnetException.runtime(
        "Operator % cannot be used on types "
            + left.type().text()
            + " and "
            + right.type().text()
            + '.');
  }
}
