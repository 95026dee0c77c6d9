// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.call;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Arguments;
import wtf.metio.jaas.jsonnet.runtime.Closure;
import wtf.metio.jaas.jsonnet.runtime.Closure.TailCall;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.FunctionValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code target(arguments)}. */
public final class CallNode extends Node {

  private final Node target;
  private final CallArguments arguments;
  private final boolean tailStrict;
  private final TailPosition position;

  public CallNode(
      Place place,
      Node target,
      CallArguments arguments,
      boolean tailStrict,
      TailPosition position) {
    super(place, target);
    this.target = target;
    this.arguments = arguments;
    this.tailStrict = tailStrict;
    this.position = position;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var callee = target.run(evaluation, frame);
    try {
      if (callee instanceof Closure closure) {
        return call(evaluation, frame, closure);
      }
      var function = Expect.function(callee);
      var ordered = order(evaluation, frame, function);
      evaluation.calledAt(place.context(), place.begin());
      return function.apply(evaluation, ordered);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }

  private Value call(Evaluation evaluation, Frame frame, Closure closure) {
    var callee = bind(evaluation, frame, closure);
    if (tailStrict) {
      force(evaluation, callee, closure.parameters().count());
    }
    if (frame.trimmable && position != TailPosition.NONE) {
      return replace(evaluation, closure, callee);
    }
    return tailStrict ? closure.runTrimmable(evaluation, callee) : closure.run(evaluation, callee);
  }

  private Value replace(Evaluation evaluation, Closure closure, Frame callee) {
    if (position == TailPosition.BODY) {
      callee.trimmable = tailStrict;
      evaluation.leaveTailCall(new TailCall(closure, callee, false));
      return TailCall.MARKER;
    }
    evaluation.trim();
    var result =
        tailStrict ? closure.runTrimmable(evaluation, callee) : closure.run(evaluation, callee);
    evaluation.untrim();
    return result;
  }

  private Frame bind(Evaluation evaluation, Frame frame, Closure closure) {
    var positional = arguments.positional();
    if (arguments.names().length == 0 && positional.length == closure.parameters().count()) {
      var callee = closure.frame();
      for (int i = 0; i < positional.length; i++) {
        callee.slots[i] = positional[i].defer(evaluation, frame);
      }
      return callee;
    }
    return closure.bind(order(evaluation, frame, closure));
  }

  private @Nullable Value[] order(Evaluation evaluation, Frame frame, FunctionValue function) {
    return Arguments.named(
        function.parameters(),
        defer(evaluation, frame, arguments.positional()),
        arguments.names(),
        defer(evaluation, frame, arguments.named()));
  }

  private static Value[] defer(Evaluation evaluation, Frame frame, Node[] nodes) {
    var values = new Value[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      values[i] = nodes[i].defer(evaluation, frame);
    }
    return values;
  }

  private static void force(Evaluation evaluation, Frame callee, int count) {
    for (int i = 0; i < count; i++) {
      callee.slots[i] = callee.slots[i].force(evaluation);
    }
  }
}
