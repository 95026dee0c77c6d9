// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import io.kubernetes.client.extended.controller.reconciler.Request;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Turn;

/** A request that knows why it is made. */
final class TurnRequest extends Request {

  private final Turn<ResourceName> turn;

  TurnRequest(Turn<ResourceName> turn) {
    super(turn.key().namespace(), turn.key().name());
    this.turn = turn;
  }

  Turn<ResourceName> turn() {
    return turn;
  }
}
