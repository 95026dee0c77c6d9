// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.operator.reconcile.pass.Memory;

/**
 * What runs for one term.
 *
 * @param open closed before anything else when the term is to end
 * @param ending ends what takes long
 */
record Running(
    Memory memory,
    ControlLoop snippets,
    ControlLoop libraries,
    AtomicBoolean open,
    CancellationSwitch ending) {

  boolean end(Duration patience) throws InterruptedException {
    open.set(false);
    ending.cancel();
    long begin = System.nanoTime();
    boolean ended = snippets.stop(patience);
    var left = patience.minusNanos(System.nanoTime() - begin);
    return libraries.stop(left.isPositive() ? left : Duration.ofMillis(1)) && ended;
  }
}
