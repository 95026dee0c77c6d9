// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** {@code super.name} and {@code super[name]}. */
public final class SuperNode extends BelowNode {

  public SuperNode(Place place, int up, Node name) {
    super(place, up, name);
  }

  @Override
  Value look(Evaluation evaluation, String field, Frame owner) {
    return SelfNode.object(owner).getBelow(evaluation, field, owner.layer);
  }
}
