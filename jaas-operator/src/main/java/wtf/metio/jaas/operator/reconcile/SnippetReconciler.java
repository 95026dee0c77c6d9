// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import io.kubernetes.client.extended.controller.reconciler.Reconciler;
import io.kubernetes.client.extended.controller.reconciler.Request;
import io.kubernetes.client.extended.controller.reconciler.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Consumer;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.pass.Ending;
import wtf.metio.jaas.operator.reconcile.pass.SnippetPasses;
import wtf.metio.jaas.operator.reconcile.pass.Term;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.NextLook;
import wtf.metio.jaas.work.Turn;

/** Answers the requests of a controller with passes over snippets. */
final class SnippetReconciler implements Reconciler {

  private final SnippetPasses passes;
  private final Term term;
  private final Consumer<Collection<ResourceName>> wake;
  private final InstantSource clock;

  /**
   * Passes within a term.
   *
   * @param wake has others looked at for whom something changed
   */
  SnippetReconciler(
      SnippetPasses passes,
      Term term,
      Consumer<Collection<ResourceName>> wake,
      InstantSource clock) {
    this.passes = passes;
    this.term = term;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public Result reconcile(Request request) {
    return switch (passes.run(turn(request), term)) {
      case Ending.Settled(var next, var users) -> {
        wake.accept(users);
        yield TurnResult.of(next, clock.instant());
      }
      case Ending.Gone(var users) -> {
        wake.accept(users);
        yield TurnResult.of(new NextLook.Never(), clock.instant());
      }
      case Ending.PutOff(var lane, var pause) -> TurnResult.putOff(lane, pause);
      // The watch tells of the change sooner, unless it is cut.
      case Ending.Outdated(), Ending.Failed() ->
          TurnResult.of(new NextLook.WithBackoff(), clock.instant());
      case Ending.Dropped() -> TurnResult.of(new NextLook.Never(), clock.instant());
    };
  }

  private static Turn<ResourceName> turn(Request request) {
    return request instanceof TurnRequest known
        ? known.turn()
        : new Turn<>(
            new ResourceName(request.getNamespace(), request.getName()),
            Lane.CHANGE,
            Duration.ZERO);
  }
}
