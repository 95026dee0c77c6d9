// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import wtf.metio.jaas.jsonnet.gotext.GoNumbers;
import wtf.metio.jaas.jsonnet.gotext.GoQuoting;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Values as messages show them: the way Go would write them. */
final class GoSyntax {

  /** Messages are cut off here; nobody reads that far. */
  private static final int LONGEST = 1000;

  private final Evaluation evaluation;
  private final StringBuilder out = new StringBuilder();

  private GoSyntax(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  static String of(Evaluation evaluation, Value value) {
    var syntax = new GoSyntax(evaluation);
    syntax.write(value, "<nil>");
    return syntax.out.toString();
  }

  private void write(Value value, String nothing) {
    if (out.length() > LONGEST) {
      return;
    }
    switch (value) {
      case BooleanValue bool -> out.append(bool.value());
      case NumberValue number -> out.append(GoNumbers.general(number.value()));
      case StringValue string -> out.append(GoQuoting.quote(string.value()));
      case ArrayValue array -> array(array);
      case ObjectValue object -> object(object);
      default -> out.append(nothing);
    }
  }

  private void array(ArrayValue array) {
    out.append("[]interface {}{");
    for (int i = 0; i < array.size() && out.length() < LONGEST; i++) {
      out.append(i > 0 ? ", " : "");
      write(array.element(evaluation, i), "interface {}(nil)");
    }
    out.append('}');
  }

  private void object(ObjectValue object) {
    out.append("map[interface {}]interface {}{");
    var names = object.visibleNames();
    for (int i = 0; i < names.length && out.length() < LONGEST; i++) {
      out.append(i > 0 ? ", " : "").append(GoQuoting.quote(names[i])).append(':');
      write(object.get(evaluation, names[i]), "interface {}(nil)");
    }
    out.append('}');
  }
}
