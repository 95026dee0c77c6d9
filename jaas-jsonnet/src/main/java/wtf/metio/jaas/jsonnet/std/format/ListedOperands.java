// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** The elements of an array, one after the other. */
final class ListedOperands implements Operands {

  private final Evaluation evaluation;
  private final ArrayValue array;
  private int next;
  private int width;
  private int precision;
  private int value;

  ListedOperands(Evaluation evaluation, ArrayValue array) {
    this.evaluation = evaluation;
    this.array = array;
  }

  @Override
  public void begin(FormatCode code) {
    width = next;
    precision = code.width() == FormatCode.FROM_VALUES ? width + 1 : width;
    value = code.precision() == FormatCode.FROM_VALUES ? precision + 1 : precision;
    next = code.conversion() == '%' ? value : value + 1;
  }

  @Override
  public Value width() {
    return star(width);
  }

  @Override
  public Value precision() {
    return star(precision);
  }

  private Value star(int index) {
    if (index >= array.size()) {
      throw notEnough("at least " + index);
    }
    return array.element(evaluation, index);
  }

  @Override
  public Value value() {
    if (value >= array.size()) {
      throw notEnough("more than " + value);
    }
    return array.element(evaluation, value);
  }

  private JsonnetException notEnough(String expected) {
    return JsonnetException.runtime(
        "Not enough values to format: " + array.size() + ", expected " + expected);
  }

  @Override
  public String place() {
    return Integer.toString(value);
  }

  void requireAllUsed() {
    if (next < array.size()) {
      throw JsonnetException.runtime(
          "Too many values to format: " + array.size() + ", expected " + next);
    }
  }
}
