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

/** The lines of one TOML table that are no sections. */
final class TomlValues {

  private final Evaluation evaluation;
  private final Depth depth;
  private final String newLine;
  private final String elementIndent;
  private boolean first = true;

  /**
   * Nothing written yet.
   *
   * @param indent in front of every line
   * @param more in front of the elements of an array, too
   */
  TomlValues(Evaluation evaluation, Depth depth, String indent, String more) {
    this.evaluation = evaluation;
    this.depth = depth;
    this.newLine = "\n" + indent;
    // An indent with line breaks in it makes lines of its own, which are indented in turn.
    this.elementIndent = more.replace("\n", newLine);
  }

  /** Writes {@code name = value}; an array has a line for each element. */
  void line(TextBuffer out, String name, Value value) {
    out.append(first ? newLine.substring(1) : newLine);
    first = false;
    key(out, name);
    out.append(" = ");
    if (value instanceof ArrayValue array && array.size() > 0) {
      lines(out, array);
    } else {
      inline(out, value);
    }
  }

  private void lines(TextBuffer out, ArrayValue array) {
    depth.enter(1);
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      var element = array.element(evaluation, i);
      out.append(i > 0 ? "," : "");
      out.append(newLine);
      out.append(elementIndent);
      depth.turnTo(i);
      inline(out, element);
      depth.turnBack();
    }
    out.append(newLine);
    out.append(']');
    depth.leave(1);
  }

  private void inline(TextBuffer out, Value value) {
    depth.enter(1);
    switch (value) {
      case NullValue _ -> throw JsonnetException.runtime("Tried to manifest \"null\" at " + depth);
      case BooleanValue bool -> out.append(bool.value() ? "true" : "false");
      case NumberValue number -> out.number(number.value());
      case StringValue string -> out.quoted(string.value(), Escaping.JSONNET);
      case ArrayValue array -> inline(out, array);
      case ObjectValue object -> inline(out, object);
      case FunctionValue _ ->
          throw JsonnetException.runtime("Tried to manifest function at " + depth);
      case Thunk thunk -> throw new IllegalStateException("Not computed: " + thunk);
    }
    depth.leave(1);
  }

  private void inline(TextBuffer out, ArrayValue array) {
    if (array.size() == 0) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      var element = array.element(evaluation, i);
      out.append(i > 0 ? ", " : " ");
      depth.turnTo(i);
      inline(out, element);
      depth.turnBack();
    }
    out.append(" ]");
  }

  private void inline(TextBuffer out, ObjectValue object) {
    out.append("{ ");
    var names = object.visibleNames();
    for (int i = 0; i < names.length; i++) {
      var field = object.get(evaluation, names[i]);
      out.append(i > 0 ? ", " : "");
      key(out, names[i]);
      out.append(" = ");
      depth.turnTo(names[i]);
      inline(out, field);
      depth.turnBack();
    }
    out.append(" }");
  }

  /** Writes a name, with quotes if it needs them. */
  static void key(TextBuffer out, String name) {
    if (name.isEmpty()) {
      out.append("''");
    } else if (isBare(name)) {
      out.append(name);
    } else {
      out.quoted(name, Escaping.JSONNET);
    }
  }

  private static boolean isBare(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (!letter && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
