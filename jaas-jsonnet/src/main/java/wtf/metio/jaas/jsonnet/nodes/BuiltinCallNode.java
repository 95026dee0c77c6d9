// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Builtin;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code std.name(arguments)}, with positional arguments that fit and {@code std} not shadowed. */
public final class BuiltinCallNode extends Node {

  private final Builtin builtin;
  private final Node[] arguments;

  public BuiltinCallNode(Place place, Builtin builtin, Node[] arguments) {
    super(place, arguments);
    this.builtin = builtin;
    this.arguments = arguments;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    @Nullable Value[] given = new Value[builtin.parameters().count()];
    for (int i = 0; i < arguments.length; i++) {
      given[i] = arguments[i].defer(evaluation, frame);
    }
    try {
      return builtin.apply(evaluation, given);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
