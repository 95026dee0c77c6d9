// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.catalogue.Described;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.work.Backoff;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.Turn;
import wtf.metio.jaas.work.WorkQueue;

/**
 * What follows from the end of a pass: the status, the next look, and a look at those who are made
 * of what was published.
 */
public final class Outcomes {

  private static final Duration SLOWLY = Duration.ofMinutes(1);

  /** What heals by itself is noticed within a minute. */
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  /** Snippets that were described together are not looked at together for ever. */
  private static final double SPREAD = 0.05;

  private static final String SUSPENDED =
      "spec.suspend is true; pause until the operator unsets it";

  private final World world;
  private final Supplier<Catalogue> catalogue;
  private final Statuses statuses;
  private final WorkQueue<ResourceName> queue;
  private final PassListener listener;
  private final Backoff<ResourceName> backoff = new Backoff<>(LONGEST_BACKOFF);

  /** Outcomes are kept, told and followed by further turns. */
  public Outcomes(
      World world,
      Supplier<Catalogue> catalogue,
      Statuses statuses,
      WorkQueue<ResourceName> queue,
      PassListener listener) {
    this.world = world;
    this.catalogue = catalogue;
    this.statuses = statuses;
    this.queue = queue;
    this.listener = listener;
  }

  /**
   * What a pass was about.
   *
   * @param before the status before the pass
   * @param now which description it is about, counted
   */
  record Subject(
      Turn<ResourceName> turn,
      Described<SnippetManifest> described,
      SnippetStatus before,
      SnippetStatus.Described now) {

    ResourceName name() {
      return turn.key();
    }

    int history() {
      return described.manifest().spec().history();
    }
  }

  /** The description must not be followed; only another one can change that. */
  void flawed(Subject subject, Violation flaw) {
    backoff.forget(subject.name());
    var expired = expired(subject);
    var ledger = without(subject.before().ledger(), expired);
    keep(
        subject,
        not(subject, flaw.reason(), flaw.message(), ledger),
        List.of(),
        revisions(expired));
    expiry(subject, ledger).ifPresent(due -> queue.add(subject.name(), Lane.CHECK, due));
  }

  void settle(Subject subject, Pass pass) {
    switch (pass) {
      case Pass.Synced synced -> synced(subject, synced);
      case Pass.Suspended suspended -> suspended(subject, suspended);
      case Pass.Failed failed -> failed(subject, failed);
      case Pass.Deferred(var cause, var message, var after) -> {
        listener.deferred(subject.name(), cause, message);
        queue.add(subject.name(), subject.turn().lane(), now().plus(after));
      }
      case Pass.Dropped() -> again(subject.name());
    }
  }

  /** Nothing is left of a snippet. */
  void withdrawn(ResourceName name) {
    if (statuses.remove(name)) {
      backoff.forget(name);
      listener.withdrawn(name);
      wakeUsers(name);
    } else {
      failed(name, "the status cannot be removed");
    }
  }

  /** Something could not be done, and is tried again. */
  void failed(ResourceName name, String message) {
    listener.failed(name, message);
    again(name);
  }

  /** A mistake of ours ended a pass. */
  public void broke(ResourceName name, Throwable defect) {
    listener.broke(name, defect);
    queue.add(name, Lane.RETRY, now().plus(SLOWLY));
  }

  private void synced(Subject subject, Pass.Synced pass) {
    backoff.forget(subject.name());
    var before = subject.before();
    boolean asBefore =
        !pass.changed()
            && pass.ledger().equals(before.ledger())
            && before.ready().filter(Ready::met).isPresent();
    var status =
        asBefore
            ? new SnippetStatus(
                before.name(),
                subject.now(),
                before.condition(),
                before.artifactUrl(),
                before.lastSync(),
                before.notes(),
                subject.history(),
                before.ledger())
            : new SnippetStatus(
                before.name(),
                subject.now(),
                Ready.synced(pass.message(), now()),
                pass.url(),
                now(),
                pass.notes(),
                subject.history(),
                pass.ledger());
    keep(subject, status, asBefore ? List.of() : pass.notes(), pass.expired());
    if (!digest(pass.ledger()).equals(digest(before.ledger()))) {
      wakeUsers(subject.name());
    }
    Stream.of(interval(subject), pass.nextWake())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .ifPresent(due -> queue.add(subject.name(), Lane.CHECK, due));
  }

  private void suspended(Subject subject, Pass.Suspended pass) {
    backoff.forget(subject.name());
    var ledger = pass.ledger();
    keep(subject, not(subject, Reason.SUSPENDED, SUSPENDED, ledger), List.of(), pass.expired());
    expiry(subject, ledger).ifPresent(due -> queue.add(subject.name(), Lane.CHECK, due));
  }

  private void failed(Subject subject, Pass.Failed pass) {
    List<Published> expired =
        pass.reason() == Reason.STORAGE_OPERATION_FAILED ? List.of() : expired(subject);
    var ledger = without(subject.before().ledger(), expired);
    keep(
        subject,
        not(subject, pass.reason(), pass.message(), ledger),
        List.of(),
        revisions(expired));
    switch (pass.retry()) {
      case SLOWLY -> {
        backoff.forget(subject.name());
        queue.add(subject.name(), Lane.RETRY, now().plus(SLOWLY));
      }
      case WITH_BACKOFF -> again(subject.name());
    }
  }

  private SnippetStatus not(Subject subject, Reason reason, String message, Ledger ledger) {
    return subject.before().with(ledger).with(subject.now(), Ready.not(reason, message, now()));
  }

  /** What was pushed out goes in time, whether or not the snippet can be rendered now. */
  private List<Published> expired(Subject subject) {
    var history = subject.before().ledger().history();
    return history.expired(subject.history(), world.policy().grace(), now());
  }

  private static Ledger without(Ledger ledger, List<Published> expired) {
    return new Ledger(ledger.inputsDigest(), ledger.archive(), ledger.history().without(expired));
  }

  private static List<Revision> revisions(List<Published> published) {
    return published.stream().map(Published::revision).toList();
  }

  private Optional<Instant> expiry(Subject subject, Ledger ledger) {
    return ledger.history().nextExpiry(subject.history(), world.policy().grace());
  }

  private Optional<Instant> interval(Subject subject) {
    var interval = subject.described().manifest().spec().interval();
    var spread = (long) (interval.toNanos() * SPREAD * world.chance().getAsDouble());
    return interval.isZero()
        ? Optional.empty()
        : Optional.of(now().plus(interval).plusNanos(spread));
  }

  // A status that cannot be written still lists what has expired, and whoever starts after a crash
  // believes it.
  private void keep(
      Subject subject, SnippetStatus status, List<String> notes, List<Revision> expired) {
    boolean changed = !status.equals(subject.before());
    if (statuses.keep(status)) {
      remove(subject.name(), expired);
    } else {
      listener.failed(subject.name(), "the status cannot be written");
    }
    listener.ended(status, changed, notes);
  }

  private void remove(ResourceName name, List<Revision> expired) {
    try {
      expired.forEach(revision -> world.store().remove(name, revision));
    } catch (StoreUnavailableException unavailable) {
      // The next pass finds what is left in the store, and gives it another grace.
      listener.failed(name, unavailable.text());
    }
  }

  private void wakeUsers(ResourceName published) {
    catalogue.get().usersOfPublished(published).forEach(user -> queue.add(user, Lane.CHANGE));
  }

  private void again(ResourceName name) {
    queue.add(name, Lane.RETRY, now().plus(backoff.afterFailure(name)));
  }

  private static String digest(Ledger ledger) {
    return ledger.announced().map(StoredArchive::digest).map(Object::toString).orElse("");
  }

  private Instant now() {
    return world.clock().instant();
  }
}
