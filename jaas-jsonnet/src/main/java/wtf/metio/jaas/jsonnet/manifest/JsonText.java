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
 * JSON as {@code std.manifestJsonEx} writes it.
 *
 * <p>Differs from {@link JsonWriter} in the numbers, which are as short as can be read back, in the
 * characters that are escaped, and in empty arrays and objects, which have a line break in them.
 */
public final class JsonText {

  private final Form form;
  private final TextBuffer out;
  private final Evaluation evaluation;
  private final Depth depth;
  private final boolean spaces;

  /**
   * How the text is laid out.
   *
   * @param indent in front of every line, as often as it is deep
   * @param newline between lines
   * @param separator between the name of a field and its value
   */
  public record Form(String indent, String newline, String separator) {}

  private JsonText(Evaluation evaluation, Form form) {
    this.evaluation = evaluation;
    this.form = form;
    this.out = new TextBuffer(evaluation);
    this.depth = new Depth(evaluation);
    this.spaces = form.indent().isBlank() && form.indent().chars().allMatch(c -> c == ' ');
  }

  /** Writes a computed value. */
  public static StringValue of(Evaluation evaluation, Value value, Form form) {
    var text = new JsonText(evaluation, form);
    text.write(value, 0);
    return text.out.toValue();
  }

  private void write(Value value, int level) {
    depth.enter(1);
    switch (value) {
      case NullValue _ -> out.append("null");
      case BooleanValue bool -> out.append(bool.value() ? "true" : "false");
      case NumberValue number -> out.shortestNumber(number.value());
      case StringValue string -> out.quoted(string.value(), Escaping.JSON);
      case ArrayValue array -> array(array, level);
      case ObjectValue object -> object(object, level);
      case FunctionValue _ ->
          throw JsonnetException.runtime("tried to manifest function at " + depth);
      case Thunk thunk -> throw new IllegalStateException("Not computed: " + thunk);
    }
    depth.leave(1);
  }

  private void array(ArrayValue array, int level) {
    out.append('[');
    out.append(form.newline());
    for (int i = 0; i < array.size(); i++) {
      separate(i, level + 1);
      var element = array.element(evaluation, i);
      depth.turnTo(i);
      write(element, level + 1);
      depth.turnBack();
    }
    close(']', level);
  }

  private void object(ObjectValue object, int level) {
    out.append('{');
    out.append(form.newline());
    var names = object.visibleNames();
    for (int i = 0; i < names.length; i++) {
      separate(i, level + 1);
      out.quoted(names[i], Escaping.JSON);
      out.append(form.separator());
      var field = object.get(evaluation, names[i]);
      depth.turnTo(names[i]);
      write(field, level + 1);
      depth.turnBack();
    }
    close('}', level);
  }

  private void separate(int index, int level) {
    if (index > 0) {
      out.append(',');
      out.append(form.newline());
    }
    indent(level);
  }

  private void close(char bracket, int level) {
    out.append(form.newline());
    indent(level);
    out.append(bracket);
  }

  private void indent(int level) {
    if (spaces) {
      out.repeat(' ', (long) level * form.indent().length());
      return;
    }
    for (int i = 0; i < level; i++) {
      out.append(form.indent());
    }
  }
}
