// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A variable of a frame further out. */
public final class OuterVariable extends Node {

  private final int up;
  private final int slot;

  public OuterVariable(Place place, int up, int slot) {
    super(place);
    this.up = up;
    this.slot = slot;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var owner = enclosing(frame, up);
    var value = owner.slots[slot];
    return value instanceof Thunk thunk ? force(evaluation, owner, thunk) : value;
  }

  private Value force(Evaluation evaluation, Frame owner, Thunk thunk) {
    try {
      var value = thunk.force(evaluation);
      owner.slots[slot] = value;
      return value;
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }

  @Override
  public Value defer(Evaluation evaluation, Frame frame) {
    var value = enclosing(frame, up).slots[slot];
    return value == null ? new Thunk(this, frame) : value;
  }
}
