// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.call;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
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
    var complete = new Value[builtin.parameters().count()];
    try {
      for (int i = 0; i < arguments.length; i++) {
        complete[i] =
            builtin.isStrict()
                ? arguments[i].run(evaluation, frame)
                : arguments[i].defer(evaluation, frame);
      }
    } catch (JsonnetException failure) {
      // An argument is a thunk of its own in the reference's traces.
      throw place.at(failure.leaveFrame());
    }
    for (int i = arguments.length; i < complete.length; i++) {
      complete[i] = builtin.defaultOf(i);
    }
    return call(evaluation, complete);
  }

  private Value call(Evaluation evaluation, Value[] complete) {
    evaluation.calledAt(place.context(), place.begin());
    try {
      return builtin.run(evaluation, complete);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
