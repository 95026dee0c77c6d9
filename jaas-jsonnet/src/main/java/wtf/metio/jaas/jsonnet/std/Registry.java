// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import wtf.metio.jaas.jsonnet.runtime.Builtin;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Parameters;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * Where the families of the standard library enter their functions.
 *
 * <p>A parameter is written as its name, or as its name and {@code ?} when it has a default; the
 * defaults follow in order.
 */
final class Registry {

  private final SequencedMap<String, Value> members = new LinkedHashMap<>();

  /** A function of one argument. */
  @FunctionalInterface
  interface One {
    Value apply(Evaluation evaluation, Value argument);
  }

  /** A function of two arguments. */
  @FunctionalInterface
  interface Two {
    Value apply(Evaluation evaluation, Value first, Value second);
  }

  /** A function of three arguments. */
  @FunctionalInterface
  interface Three {
    Value apply(Evaluation evaluation, Value first, Value second, Value third);
  }

  /** Enters a constant. */
  void constant(String name, Value value) {
    members.put(name, value);
  }

  /** A function that gets its argument computed. */
  void strict(String name, String parameter, One body) {
    strict(name, List.of(parameter), List.of(), (e, a) -> body.apply(e, a[0]));
  }

  /** A function that gets its arguments computed, the first one first. */
  void strict(String name, String first, String second, Two body) {
    strict(name, List.of(first, second), List.of(), (e, a) -> body.apply(e, a[0], a[1]));
  }

  /** A function that gets its arguments computed, from left to right. */
  void strict(String name, List<String> parameters, Three body) {
    strict(name, parameters, List.of(), (e, a) -> body.apply(e, a[0], a[1], a[2]));
  }

  /** A function that gets its arguments computed, from left to right. */
  void strict(String name, List<String> parameters, List<Value> defaults, Builtin.Body body) {
    enter(name, parameters, defaults, true, body);
  }

  /** A function that computes its argument itself. */
  void lazy(String name, String parameter, One body) {
    lazy(name, List.of(parameter), List.of(), (e, a) -> body.apply(e, a[0]));
  }

  /** A function that computes its arguments itself, in the order it needs them. */
  void lazy(String name, String first, String second, Two body) {
    lazy(name, List.of(first, second), List.of(), (e, a) -> body.apply(e, a[0], a[1]));
  }

  /** A function that computes its arguments itself, in the order it needs them. */
  void lazy(String name, List<String> parameters, Three body) {
    lazy(name, parameters, List.of(), (e, a) -> body.apply(e, a[0], a[1], a[2]));
  }

  /** A function that computes its arguments itself, in the order it needs them. */
  void lazy(String name, List<String> parameters, List<Value> defaults, Builtin.Body body) {
    enter(name, parameters, defaults, false, body);
  }

  private void enter(
      String name,
      List<String> parameters,
      List<Value> defaults,
      boolean strict,
      Builtin.Body body) {
    var names = new ArrayList<String>();
    var required = new ArrayList<Boolean>();
    for (var parameter : parameters) {
      boolean optional = parameter.endsWith("?");
      names.add(optional ? parameter.substring(0, parameter.length() - 1) : parameter);
      required.add(!optional);
    }
    members.put(name, new Builtin(name, new Parameters(names, required), defaults, strict, body));
  }

  /** Everything entered so far. */
  SequencedMap<String, Value> members() {
    return Collections.unmodifiableSequencedMap(members);
  }
}
