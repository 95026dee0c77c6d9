// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import io.kubernetes.client.extended.controller.reconciler.Reconciler;
import io.kubernetes.client.extended.controller.reconciler.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.Looks;
import wtf.metio.jaas.work.NextLook;
import wtf.metio.jaas.work.Turn;
import wtf.metio.jaas.work.WorkQueue;
import wtf.metio.jaas.work.Workers;

/**
 * Has a reconciler make its turns, for one term.
 *
 * <p>It stands where the controller of the client library would: that one takes ten turns a minute,
 * loses turns that are to be taken later, and knows neither lanes nor fairness.
 */
final class ControlLoop {

  private final Reconciler reconciler;
  private final WorkQueue<ResourceName> queue;
  private final Looks<ResourceName> looks;
  private final Workers<ResourceName> workers;
  private final int places;

  ControlLoop(
      Reconciler reconciler,
      int places,
      InstantSource clock,
      BiConsumer<ResourceName, Throwable> onDefect) {
    this.reconciler = reconciler;
    this.places = places;
    queue = new WorkQueue<>(clock, ResourceName::namespace, places);
    looks = new Looks<>(queue, clock);
    workers =
        new Workers<>(
            queue,
            this::take,
            (name, defect) -> {
              looks.putOff(name, Lane.RETRY, NextLook.SLOWLY);
              onDefect.accept(name, defect);
            });
  }

  void start(String name) {
    workers.start(name, places);
  }

  boolean stop(Duration patience) throws InterruptedException {
    return workers.stop(patience);
  }

  void add(Collection<ResourceName> names, Lane lane) {
    names.forEach(name -> queue.add(name, lane));
  }

  void add(ResourceName name, Lane lane) {
    queue.add(name, lane);
  }

  /** Looks after a while; whatever happens until then is looked at in one go. */
  void addSoon(ResourceName name, Lane lane, Duration pause) {
    looks.putOff(name, lane, pause);
  }

  WorkQueue.Numbers numbers() {
    return queue.numbers();
  }

  int runDue() {
    return workers.runDue();
  }

  Optional<Instant> nextDue() {
    return queue.nextDue();
  }

  private void take(Turn<ResourceName> turn) {
    follow(turn.key(), reconciler.reconcile(new TurnRequest(turn)));
  }

  private void follow(ResourceName name, Result result) {
    var pause = result.getRequeueAfter();
    if (!result.isRequeue()) {
      looks.forget(name);
    } else if (pause == null || pause.isZero()) {
      looks.follow(name, new NextLook.WithBackoff());
    } else {
      var lane = result instanceof TurnResult known ? known.lane() : Lane.CHECK;
      if (!(result instanceof TurnResult known) || known.achieved()) {
        looks.forget(name);
      }
      looks.putOff(name, lane, pause);
    }
  }
}
