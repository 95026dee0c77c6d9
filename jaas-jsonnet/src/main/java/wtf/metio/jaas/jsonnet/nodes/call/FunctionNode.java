// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.call;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Closure;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code function(parameters) body}. */
public final class FunctionNode extends Node {

  private final Closure.Code code;

  public FunctionNode(Place place, Closure.Code code) {
    super(place);
    this.code = code;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    return new Closure(code, frame);
  }

  @Override
  public Value defer(Evaluation evaluation, Frame frame) {
    return new Closure(code, frame);
  }
}
