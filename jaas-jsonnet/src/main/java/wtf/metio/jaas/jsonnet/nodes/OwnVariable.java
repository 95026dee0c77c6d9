// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A variable of the frame itself. */
public final class OwnVariable extends Node {

  private final int slot;

  public OwnVariable(Place place, int slot) {
    super(place);
    this.slot = slot;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var value = frame.slots[slot];
    return value instanceof Thunk thunk ? force(evaluation, frame, thunk) : value;
  }

  private Value force(Evaluation evaluation, Frame frame, Thunk thunk) {
    try {
      var value = thunk.force(evaluation);
      frame.slots[slot] = value;
      return value;
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }

  @Override
  public Value defer(Evaluation evaluation, Frame frame) {
    var value = frame.slots[slot];
    // A variable may be named before it is bound, by its neighbours in the same `local`.
    return value == null ? new Thunk(this, frame) : value;
  }
}
