// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Escaping;

/** Python literals as {@code std.manifestPython} writes them. */
public final class PythonText {

  private final Evaluation evaluation;
  private final TextBuffer out;

  private PythonText(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.out = new TextBuffer(evaluation);
  }

  /** Writes a computed value. */
  public static StringValue of(Evaluation evaluation, Value value) {
    var text = new PythonText(evaluation);
    text.write(value);
    return text.out.toValue();
  }

  /** Writes an assignment for every field of a computed object. */
  public static StringValue variables(Evaluation evaluation, Value value) {
    var text = new PythonText(evaluation);
    var object = Expect.object(value);
    for (var name : object.visibleNames()) {
      text.out.append(name);
      text.out.append(" = ");
      text.write(object.get(evaluation, name));
      text.out.append('\n');
    }
    return text.out.toValue();
  }

  private void write(Value value) {
    evaluation.descend();
    switch (value) {
      case NullValue _ -> out.append("None");
      case BooleanValue bool -> out.append(bool.value() ? "True" : "False");
      case NumberValue number -> out.number(number.value());
      case StringValue string -> out.quoted(string.value(), Escaping.JSONNET);
      case ArrayValue array -> array(array);
      case ObjectValue object -> object(object);
      case FunctionValue _ -> throw JsonnetException.runtime("cannot manifest function");
      case Thunk thunk -> throw new IllegalStateException("Not computed: " + thunk);
    }
    evaluation.ascend();
  }

  private void array(ArrayValue array) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      out.append(i > 0 ? ", " : "");
      write(array.element(evaluation, i));
    }
    out.append(']');
  }

  private void object(ObjectValue object) {
    out.append('{');
    var names = object.visibleNames();
    for (int i = 0; i < names.length; i++) {
      out.append(i > 0 ? ", " : "");
      out.quoted(names[i], Escaping.JSONNET);
      out.append(": ");
      write(object.get(evaluation, names[i]));
    }
    out.append('}');
  }
}
