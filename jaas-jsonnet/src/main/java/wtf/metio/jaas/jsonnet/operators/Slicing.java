// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.operators;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.NumberText;

/**
 * {@code target[from:to:step]}.
 *
 * <p>Bounds need not be whole numbers and may lie outside; negative ones count from the end. Parts
 * are computed, and found wrong, in the order step, target, from, to.
 */
public final class Slicing {

  private static final NumberValue ZERO = NumberValue.of(0);

  /** Bytes that one element of a new array takes. */
  private static final long REFERENCE = 4;

  private Slicing() {}

  /**
   * A part of an array or a string; all arguments may be thunks.
   *
   * @param from null of the language for the beginning
   * @param to null of the language for the end
   * @param step null of the language for one
   */
  public static Value slice(Evaluation evaluation, Value target, Value from, Value to, Value step) {
    double width = width(evaluation, target, from, to, step.force(evaluation));
    var whole = target.force(evaluation);
    if (!(whole instanceof ArrayValue) && !(whole instanceof StringValue)) {
      throw JsonnetException.runtime(
          "std.slice accepts a string or an array, but got: " + whole.type().text());
    }
    double begin = begin(evaluation, whole, from);
    double end = Math.min(end(evaluation, whole, to), Length.of(whole));
    return whole instanceof ArrayValue array
        ? elements(evaluation, array, begin, end, width)
        : characters(evaluation, (StringValue) whole, begin, end, width);
  }

  private static double width(
      Evaluation evaluation, Value target, Value from, Value to, Value step) {
    if (step == NullValue.NULL) {
      return 1;
    }
    if (Comparison.compare(evaluation, step, ZERO) < 0) {
      throw JsonnetException.runtime(
          "got [%s:%s:%s] but negative steps are not supported"
              .formatted(
                  NumberText.output(begin(evaluation, target, from)),
                  NumberText.output(end(evaluation, target, to)),
                  ValueText.of(evaluation, step).value()));
    }
    double width = Expect.number(step);
    if (width == 0) {
      throw JsonnetException.runtime(
          "got " + NumberText.output(width) + " but step must be greater than 0");
    }
    return width;
  }

  private static double begin(Evaluation evaluation, Value target, Value from) {
    var bound = from.force(evaluation);
    if (bound == NullValue.NULL) {
      return 0;
    }
    return Comparison.compare(evaluation, bound, ZERO) < 0
        ? Math.max(0, Length.of(target.force(evaluation)) + Expect.number(bound))
        : Expect.number(bound);
  }

  private static double end(Evaluation evaluation, Value target, Value to) {
    var bound = to.force(evaluation);
    if (bound == NullValue.NULL) {
      return Length.of(target.force(evaluation));
    }
    return Comparison.compare(evaluation, bound, ZERO) < 0
        ? Length.of(target.force(evaluation)) + Expect.number(bound)
        : Expect.number(bound);
  }

  private static Value elements(
      Evaluation evaluation, ArrayValue array, double begin, double end, double width) {
    if (begin >= end) {
      return ArrayValue.EMPTY;
    }
    if (width == 1) {
      int first = (int) begin;
      return array.slice(first, first + (int) Math.ceil(end - begin));
    }
    var items = new Value[count(evaluation, begin, end, width)];
    double at = begin;
    for (int i = 0; i < items.length; i++) {
      items[i] = array.get((int) at);
      at += width;
    }
    return ArrayValue.of(items);
  }

  private static Value characters(
      Evaluation evaluation, StringValue string, double begin, double end, double width) {
    if (begin >= end) {
      return StringValue.EMPTY;
    }
    if (width == 1) {
      int first = (int) begin;
      int last = first + (int) Math.ceil(end - begin);
      return StringValue.of(string.substring(first, last));
    }
    int count = count(evaluation, begin, end, width);
    evaluation.reserve(string.length() * (long) Integer.BYTES);
    int[] codePoints = string.value().codePoints().toArray();
    var picked = new StringBuilder();
    double at = begin;
    for (int i = 0; i < count; i++) {
      picked.appendCodePoint(codePoints[(int) at]);
      at += width;
    }
    return StringValue.of(picked.toString());
  }

  /** Steps taken one by one, since adding up fractions is not multiplying them. */
  private static int count(Evaluation evaluation, double begin, double end, double width) {
    int count = 0;
    for (double at = begin; at < end; at += width) {
      evaluation.step();
      if (++count == Integer.MAX_VALUE) {
        throw evaluation.limit("a slice of more than " + count + " elements is too long");
      }
    }
    evaluation.reserve(count * REFERENCE);
    return count;
  }
}
