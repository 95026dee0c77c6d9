// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

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
 * YAML as {@code std.manifestYamlDoc} writes it.
 *
 * <p>Functions are left out without a word, as in the reference.
 */
public final class YamlText {

  private static final int INDENT = 2;

  private final Evaluation evaluation;
  private final TextBuffer out;
  private final Form form;
  private final Depth depth;

  /**
   * How the text is laid out.
   *
   * @param indentArrays whether an array in an object stands further right than its key
   * @param quoteKeys whether keys have quotes that need none
   */
  public record Form(boolean indentArrays, boolean quoteKeys) {}

  private YamlText(Evaluation evaluation, TextBuffer out, Form form) {
    this.evaluation = evaluation;
    this.out = out;
    this.form = form;
    this.depth = new Depth(evaluation);
  }

  /** Writes a computed value as a document without a line break at the end. */
  public static void append(Evaluation evaluation, TextBuffer out, Value value, Form form) {
    new YamlText(evaluation, out, form).write(value, 0);
  }

  private void write(Value value, int indent) {
    depth.enter(1);
    switch (value) {
      case NullValue _ -> out.append("null");
      case BooleanValue bool -> out.append(bool.value() ? "true" : "false");
      case NumberValue number -> out.shortestNumber(number.value());
      case StringValue string -> string(string.value(), indent);
      case ArrayValue array -> array(array, indent);
      case ObjectValue object -> object(object, indent);
      case FunctionValue _ -> {}
      case Thunk thunk -> throw new IllegalStateException("Not computed: " + thunk);
    }
    depth.leave(1);
  }

  private void string(String text, int indent) {
    if (!text.endsWith("\n")) {
      out.quoted(text, Escaping.JSONNET);
      return;
    }
    out.append('|');
    int end = text.length() - 1;
    for (int from = 0; from <= end; ) {
      evaluation.step();
      int to = Math.min(text.indexOf('\n', from), end);
      newLine(indent + INDENT);
      out.append(text, from, to);
      from = to + 1;
    }
  }

  private void array(ArrayValue array, int indent) {
    if (array.size() == 0) {
      out.append("[]");
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        newLine(indent);
      }
      var element = array.element(evaluation, i);
      out.append('-');
      boolean nested = element instanceof ArrayValue || element instanceof ObjectValue;
      if (element instanceof ArrayValue inner && inner.size() > 0) {
        newLine(indent + INDENT);
      } else {
        out.append(' ');
      }
      write(element, nested ? indent + INDENT : indent);
    }
  }

  private void object(ObjectValue object, int indent) {
    var names = object.visibleNames();
    if (names.length == 0) {
      out.append("{}");
      return;
    }
    for (int i = 0; i < names.length; i++) {
      var field = object.get(evaluation, names[i]);
      if (i > 0) {
        newLine(indent);
      }
      key(names[i]);
      out.append(':');
      field(field, indent);
    }
  }

  private void key(String name) {
    if (!form.quoteKeys() && YamlKeys.isBare(name)) {
      out.append(name);
    } else {
      out.quoted(name, Escaping.JSONNET);
    }
  }

  private void field(Value value, int indent) {
    int inner = indent;
    if (value instanceof ArrayValue array && array.size() > 0) {
      inner = form.indentArrays() ? indent + INDENT : indent;
      newLine(inner);
    } else if (value instanceof ObjectValue object && object.visibleNames().length > 0) {
      inner = indent + INDENT;
      newLine(inner);
    } else {
      out.append(' ');
    }
    write(value, inner);
  }

  private void newLine(int indent) {
    out.append('\n');
    out.repeat(' ', indent);
  }
}
