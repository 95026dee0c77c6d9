// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Escaping;

/**
 * Writes a value as the language itself does: over several lines for output, on one line where a
 * value becomes part of a string.
 *
 * <p>Each value written is a frame of the language, so that a value without end meets the stack
 * limit.
 */
public final class JsonWriter {

  private static final int INDENT = 3;

  private final Evaluation evaluation;
  private final OutputBuffer out;
  private final boolean lines;

  private JsonWriter(Evaluation evaluation, OutputBuffer out, boolean lines) {
    this.evaluation = evaluation;
    this.out = out;
    this.lines = lines;
  }

  /** Writes a value over several lines, without a newline at the end. */
  public static void document(Evaluation evaluation, OutputBuffer out, Value value) {
    new JsonWriter(evaluation, out, true).write(value, 0);
  }

  /** Writes a value on one line. */
  public static void line(Evaluation evaluation, OutputBuffer out, Value value) {
    new JsonWriter(evaluation, out, false).write(value, 0);
  }

  private void write(Value value, int indent) {
    evaluation.enter(1);
    switch (value) {
      case NullValue _ -> out.raw("null");
      case BooleanValue bool -> out.raw(bool.value() ? "true" : "false");
      case NumberValue number -> out.number(number.value());
      case StringValue string -> out.quoted(string.value(), Escaping.JSONNET);
      case ArrayValue array -> writeArray(array, indent);
      case ObjectValue object -> writeObject(object, indent);
      case FunctionValue _ -> throw JsonnetException.runtime("couldn't manifest function as JSON");
      case Thunk thunk -> write(thunk.force(evaluation), indent);
    }
    evaluation.leave(1);
  }

  private void writeArray(ArrayValue array, int indent) {
    if (array.size() == 0) {
      out.raw("[ ]");
      return;
    }
    out.ascii('[');
    for (int i = 0; i < array.size(); i++) {
      separate(i, indent + INDENT);
      try {
        write(array.element(evaluation, i), indent + INDENT);
      } catch (JsonnetException failure) {
        throw failure.leaveFrame().during("Array element " + i);
      }
    }
    close(']', indent);
  }

  private void writeObject(ObjectValue object, int indent) {
    object.checkAssertionsBeforeWriting(evaluation);
    var names = object.visibleNames();
    if (names.length == 0) {
      out.raw("{ }");
      return;
    }
    out.ascii('{');
    for (int i = 0; i < names.length; i++) {
      separate(i, indent + INDENT);
      out.quoted(names[i], Escaping.JSONNET);
      out.raw(": ");
      try {
        write(object.get(evaluation, names[i]), indent + INDENT);
      } catch (JsonnetException failure) {
        throw failure.leaveFrame().during("Field \"" + names[i] + '"');
      }
    }
    close('}', indent);
  }

  private void separate(int index, int indent) {
    if (index > 0) {
      out.ascii(',');
    }
    if (lines) {
      newLine(indent);
    } else if (index > 0) {
      out.ascii(' ');
    }
  }

  private void close(char bracket, int indent) {
    if (lines) {
      newLine(indent);
    }
    out.ascii(bracket);
  }

  private void newLine(int indent) {
    out.ascii('\n');
    out.repeat(' ', indent);
  }
}
