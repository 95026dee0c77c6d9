// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.runtime.Constant;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A value that stands in the program, or follows from it without a run. */
public final class ConstantNode extends Node implements Constant {

  private final Value value;

  public ConstantNode(Place place, Value value) {
    super(place);
    this.value = value;
  }

  @Override
  public Value value() {
    return value;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    return value;
  }

  @Override
  public Value defer(Evaluation evaluation, Frame frame) {
    return value;
  }
}
