// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** A call or an import: counted. */
final class CountedNode extends Node {

  private final Tally tally;
  private final Node counted;

  CountedNode(Place place, Tally tally, Node counted) {
    super(place, counted);
    this.tally = tally;
    this.counted = counted;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    tally.count++;
    return counted.run(evaluation, frame);
  }
}
