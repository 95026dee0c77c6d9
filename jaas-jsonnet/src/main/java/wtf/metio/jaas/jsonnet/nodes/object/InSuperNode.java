// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code name in super}: false where there is nothing below. */
public final class InSuperNode extends BelowNode {

  public InSuperNode(Place place, int up, Node name) {
    super(place, up, name);
  }

  @Override
  Value look(Evaluation evaluation, String field, Frame owner) {
    return BooleanValue.of(SelfNode.object(owner).hasBelow(evaluation, field, owner.layer));
  }
}
