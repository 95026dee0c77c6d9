// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.operators.Addition;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** The body of {@code name+: value}: extends the field of the object below, where there is one. */
public final class PlusField extends Computation {

  private final Place place;
  private final String name;
  private final Node value;

  /**
   * The body of a field.
   *
   * @param name of the field
   * @param value what stands behind {@code +:}
   */
  public PlusField(String name, Node value) {
    this.place = value.place().ofExtension();
    this.name = name;
    this.value = value;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    // The new value comes first: that is what the reference computes first, and what fails first.
    var extension = extension(evaluation, frame);
    var self = SelfNode.object(frame);
    if (!self.hasBelow(evaluation, name, frame.layer)) {
      return extension;
    }
    try {
      var base = self.getBelow(evaluation, name, frame.layer);
      return Addition.add(evaluation, base, extension);
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }

  private Value extension(Evaluation evaluation, Frame frame) {
    try {
      return value.run(evaluation, frame);
    } catch (JsonnetException failure) {
      throw place.at(failure.leaveFrame());
    }
  }

  @Override
  public int height() {
    return value.height() + 1;
  }
}
