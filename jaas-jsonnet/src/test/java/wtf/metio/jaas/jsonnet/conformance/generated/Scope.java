// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression may refer to.
 *
 * @param variables the innermost last
 * @param fields the fields of the object around the expression that it may use; empty outside
 * @param inObject whether {@code self} and {@code $} mean something
 * @param overSuper whether something stands below the object around the expression
 */
record Scope(List<Variable> variables, List<String> fields, boolean inObject, boolean overSuper) {

  /** A variable and what it holds. */
  record Variable(String name, Type type) {}

  static final Scope EMPTY = new Scope(List.of(), List.of(), false, false);

  Scope with(String name, Type type) {
    var more = new ArrayList<>(variables);
    more.removeIf(v -> v.name().equals(name));
    more.add(new Variable(name, type));
    return new Scope(List.copyOf(more), fields, inObject, overSuper);
  }

  Scope inObject(List<String> usable, boolean onTop) {
    return new Scope(variables, List.copyOf(usable), true, onTop);
  }

  List<String> named(Type type) {
    return variables.stream().filter(v -> v.type() == type).map(Variable::name).toList();
  }

  /** A name that no variable has yet, from a small alphabet. */
  String fresh(Dice dice) {
    return dice.oneOf("x", "y", "z", "v", "w") + (dice.percent(50) ? "" : variables.size());
  }
}
