// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * An argument or element: whoever asks for it first, its time is that of the piece that it stands
 * in.
 */
final class LaterNode extends Node {

  private final Recorder recorder;
  private final Site site;
  private final Node body;

  LaterNode(Place place, Recorder recorder, Site site, Node body) {
    super(place, body);
    this.recorder = recorder;
    this.site = site;
    this.body = body;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    if (recorder.current() == site) {
      return body.run(evaluation, frame);
    }
    recorder.resume(site);
    var value = body.run(evaluation, frame);
    recorder.exit();
    return value;
  }
}
