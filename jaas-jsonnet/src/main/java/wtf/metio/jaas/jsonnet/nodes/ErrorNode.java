// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.ValueText;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code error message}. */
public final class ErrorNode extends Node {

  private final Node message;

  public ErrorNode(Place place, Node message) {
    super(place, message);
    this.message = message;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var value = message.run(evaluation, frame);
    try {
      throw JsonnetException.runtime(ValueText.of(evaluation, value).value());
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
