// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Remains;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.reconcile.observation.Observation;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.reconcile.writing.Finalizers;
import wtf.metio.jaas.operator.reconcile.writing.StatusWriter;
import wtf.metio.jaas.operator.reconcile.writing.Verdict;
import wtf.metio.jaas.operator.reconcile.writing.Written;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.NextLook;
import wtf.metio.jaas.work.Turn;

/**
 * Makes passes over the snippets of the cluster. Any number of threads may call; for one snippet
 * one at a time.
 */
public final class SnippetPasses {

  /** Snippets of a former program are rendered one after the other, beginning after this time. */
  private static final Duration AFTER_TAKE_OVER = Duration.ofMinutes(1);

  /** An API server that was just started knows no roles yet, and denies what it will allow. */
  private static final Duration AFTER_FIRST_DENIAL = Duration.ofSeconds(5);

  private static final Duration PACE = Duration.ofMillis(250);

  private final World world;
  private final ReconcileListener listener;
  private final Finalizers finalizers;
  private final StatusWriter statuses;
  private final Farewells farewells;
  private final TakeOver takeOver;
  private final Publishing publishing;
  private final Credit credit;
  private final ExpiredArchives expiredArchives;
  private final Telling telling;

  /** Passes that are told to a listener. */
  public SnippetPasses(World world, PassOptions options, ReconcileListener listener) {
    this.world = world;
    this.listener = listener;
    finalizers = new Finalizers(world.operator(), world.cluster());
    statuses = new StatusWriter(world.operator(), world.cluster(), world.ports().clock());
    farewells = new Farewells(world, options, listener);
    takeOver = new TakeOver(world.ports().store());
    publishing = new Publishing(world, options);
    credit = new Credit(world, listener);
    expiredArchives = new ExpiredArchives(world, listener);
    telling = new Telling(world.events(), listener);
  }

  /** One pass. The steps run in this order until one of them ends it. */
  public Ending run(Turn<ResourceName> turn, Term term) {
    listener.began(turn);
    return load(turn, term)
        .then(this::finishDeletion)
        .then(this::ensureFinalizer)
        .then(this::leaveAsItIs)
        .then(this::publishSnippet)
        .then(this::keepStatus)
        .then(this::keepCredit)
        .then(this::removeExpired)
        .end(this::lookAgain);
  }

  private Step<Subject> load(Turn<ResourceName> turn, Term term) {
    return world
        .cluster()
        .snippet(turn.key())
        .<Step<Subject>>map(
            resource ->
                new Step.On<>(
                    new Subject(turn, term, resource, farewells.tenant(resource.object()))))
        .orElseGet(() -> new Step.End<>(farewells.absent(turn.key(), term)));
  }

  private Step<Subject> finishDeletion(Subject subject) {
    return subject.object().isLeaving()
        ? new Step.End<>(farewells.deleted(subject.resource(), subject.term()))
        : new Step.On<>(subject);
  }

  private Step<Subject> ensureFinalizer(Subject subject) {
    return written(subject, finalizers.put(subject.object(), subject.term().fence()))
        .then(
            kept -> {
              kept.term().memory().lookAfter(kept.name());
              return new Step.On<>(kept);
            });
  }

  private Step<Subject> leaveAsItIs(Subject subject) {
    if (!takeOver.isDue(subject)) {
      return new Step.On<>(subject);
    }
    return subject
        .term()
        .memory()
        .takeOver(subject.name())
        .<Step<Subject>>map(
            before -> {
              var due = now().plus(AFTER_TAKE_OVER).plus(PACE.multipliedBy(before));
              return new Step.End<>(new Ending.Settled(new NextLook.At(Lane.CHECK, due), Set.of()));
            })
        .orElseGet(() -> new Step.On<>(subject));
  }

  private Step<Decision> publishSnippet(Subject subject) {
    var seen = new Observation(subject.resource(), world.ports(), world.findings());
    return publishing
        .obstacle(subject)
        .map(obstacle -> decided(subject, obstacle, seen))
        .orElseGet(
            () ->
                showPending(subject)
                    .then(shown -> decided(shown, publishing.publish(shown, seen), seen)));
  }

  private Step<Subject> showPending(Subject subject) {
    return subject.object().part("status").isEmpty() && !subject.isSuspended()
        ? written(subject, status(subject, new Verdict.Pending()))
        : new Step.On<>(subject);
  }

  private Step<Decision> decided(Subject subject, Pass pass, Observation seen) {
    listener.traced(seen.trace(pass));
    if (seen.hasRendered()) {
      listener.rendered(subject.name(), seen.renderedBytes());
    }
    return switch (pass) {
      case Pass.Deferred deferred -> {
        telling.deferred(subject, deferred);
        yield new Step.End<>(new Ending.PutOff(subject.turn().lane(), deferred.after()));
      }
      case Pass.Dropped() -> new Step.End<>(dropped(subject));
      case Pass.Synced _, Pass.Suspended _, Pass.Failed _ ->
          new Step.On<>(decision(subject, pass, seen));
    };
  }

  private Ending dropped(Subject subject) {
    if (!subject.term().fence().open()) {
      return new Ending.Dropped();
    }
    if (!publishing.isCurrent(subject)) {
      return new Ending.Outdated();
    }
    return failed(subject, "the pass was given up");
  }

  private Decision decision(Subject subject, Pass pass, Observation seen) {
    var keeping = new Remains.Retention(subject.listed(), world.policy().grace());
    var former = subject.ledger();
    var remains = Remains.after(pass, former, keeping, now());
    return new Decision(subject, pass, former, remains, seen);
  }

  private Step<Decision> keepStatus(Decision decision) {
    var subject = decision.subject();
    var memory = subject.term().memory();
    memory
        .keep(subject.object(), subject.tenant(), decision.remains().ledger())
        .ifPresent(world.tenants()::forget);
    world.findings().uses(subject.name(), libraries(subject));
    var written = status(subject, verdict(decision));
    return written(subject, written)
        .then(
            kept -> {
              boolean changed = written instanceof Written.Kept(_, var yes) && yes;
              var after = decision.written(kept.object());
              telling.ended(after, subject.object(), changed);
              return new Step.On<>(after);
            });
  }

  private static Verdict verdict(Decision decision) {
    var ledger = decision.remains().ledger();
    return switch (decision.pass()) {
      case Pass.Synced synced ->
          new Verdict.Synced(ledger, synced.url(), synced.message(), synced.changed());
      case Pass.Suspended _ -> new Verdict.Suspended(ledger);
      case Pass.Failed(var reason, var message, var retry) ->
          new Verdict.Failed(ledger, reason, message, retry);
      case Pass.Deferred _, Pass.Dropped _ ->
          throw new IllegalStateException("no status says this: " + decision.pass());
    };
  }

  private static Set<ResourceName> libraries(Subject subject) {
    return subject.resource().snippet().spec().libraries().stream()
        .map(library -> library.target(subject.name()))
        .collect(Collectors.toSet());
  }

  private Step<Decision> keepCredit(Decision decision) {
    credit.settle(decision);
    return new Step.On<>(decision);
  }

  private Step<Decision> removeExpired(Decision decision) {
    expiredArchives.remove(decision);
    return new Step.On<>(decision);
  }

  private Ending lookAgain(Decision decision) {
    var next =
        switch (decision.pass()) {
          case Pass.Synced _ -> NextLook.atFirst(interval(decision), decision.remains().nextWake());
          case Pass.Failed failed when isFirstDenial(decision.subject(), failed) ->
              new NextLook.At(Lane.RETRY, now().plus(AFTER_FIRST_DENIAL));
          case Pass.Failed failed -> NextLook.after(failed.retry(), now());
          case Pass.Suspended _, Pass.Deferred _, Pass.Dropped _ ->
              NextLook.at(decision.remains().nextWake());
        };
    boolean isNew = !digest(decision.former()).equals(digest(decision.remains().ledger()));
    return new Ending.Settled(
        next,
        isNew
            ? world
                .cluster()
                .usersOfSource(SourceReference.EXTERNAL_ARTIFACT, decision.subject().name())
            : Set.of());
  }

  private static boolean isFirstDenial(Subject subject, Pass.Failed failed) {
    var before = subject.resource().status().ready();
    return failed.reason() == Reason.RBAC_DENIED
        && (before == null || !before.reason().equals(Reason.RBAC_DENIED.text()));
  }

  private Optional<Instant> interval(Decision decision) {
    var interval = decision.subject().resource().snippet().spec().interval();
    return NextLook.interval(interval, world.chance().getAsDouble(), now());
  }

  private static String digest(Ledger ledger) {
    return ledger.announced().map(archive -> archive.digest().text()).orElse("");
  }

  private Written status(Subject subject, Verdict verdict) {
    return statuses.write(subject.object(), verdict, subject.listed(), subject.term().fence());
  }

  private Step<Subject> written(Subject subject, Written written) {
    return switch (written) {
      case Written.Kept(var object, _) -> new Step.On<>(subject.written(object));
      case Written.Outdated(), Written.Gone() -> new Step.End<>(new Ending.Outdated());
      case Written.Fenced() -> new Step.End<>(new Ending.Dropped());
      case Written.Failed(var message) -> new Step.End<>(failed(subject, message));
    };
  }

  private Ending failed(Subject subject, String message) {
    listener.failed(subject.name(), message);
    return new Ending.Failed();
  }

  private Instant now() {
    return world.ports().clock().instant();
  }
}
