// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.catalogue.Described;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Remains;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.work.Lane;
import wtf.metio.jaas.work.Looks;
import wtf.metio.jaas.work.NextLook;
import wtf.metio.jaas.work.Turn;
import wtf.metio.jaas.work.WorkQueue;

/**
 * What follows from the end of a pass: the status, the next look, and a look at those who are made
 * of what was published.
 */
public final class Outcomes {

  private static final String SUSPENDED =
      "spec.suspend is true; pause until the operator unsets it";

  private final World world;
  private final Supplier<Catalogue> catalogue;
  private final Statuses statuses;
  private final WorkQueue<ResourceName> queue;
  private final PassListener listener;
  private final Looks<ResourceName> looks;

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
    looks = new Looks<>(queue, world.clock());
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
    var remains = Remains.of(subject.before().ledger(), retention(subject), now());
    keep(subject, not(subject, flaw.reason(), flaw.message(), remains.ledger()), remains);
    looks.follow(subject.name(), NextLook.at(remains.nextWake()));
  }

  void settle(Subject subject, Pass pass) {
    switch (pass) {
      case Pass.Synced synced -> synced(subject, synced);
      case Pass.Suspended suspended -> suspended(subject, suspended);
      case Pass.Failed failed -> failed(subject, failed);
      case Pass.Deferred(var cause, var message, var after) -> {
        listener.deferred(subject.name(), cause, message);
        looks.putOff(subject.name(), subject.turn().lane(), after);
      }
      case Pass.Dropped() -> again(subject.name());
    }
  }

  /** Nothing is left of a snippet. */
  void withdrawn(ResourceName name) {
    if (statuses.remove(name)) {
      looks.forget(name);
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
    looks.putOff(name, Lane.RETRY, NextLook.SLOWLY);
  }

  private void synced(Subject subject, Pass.Synced pass) {
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
    keep(subject, status, asBefore ? List.of() : pass.notes(), remains(subject, pass));
    if (!digest(pass.ledger()).equals(digest(before.ledger()))) {
      wakeUsers(subject.name());
    }
    var interval =
        NextLook.interval(
            subject.described().manifest().spec().interval(), world.chance().getAsDouble(), now());
    looks.follow(subject.name(), NextLook.atFirst(interval, pass.nextWake()));
  }

  private void suspended(Subject subject, Pass.Suspended pass) {
    var remains = remains(subject, pass);
    keep(subject, not(subject, Reason.SUSPENDED, SUSPENDED, remains.ledger()), remains);
    looks.follow(subject.name(), NextLook.at(remains.nextWake()));
  }

  private void failed(Subject subject, Pass.Failed pass) {
    var remains = remains(subject, pass);
    keep(subject, not(subject, pass.reason(), pass.message(), remains.ledger()), remains);
    looks.follow(subject.name(), NextLook.after(pass.retry(), now()));
  }

  private SnippetStatus not(Subject subject, Reason reason, String message, Ledger ledger) {
    return subject.before().with(ledger).with(subject.now(), Ready.not(reason, message, now()));
  }

  private Remains remains(Subject subject, Pass pass) {
    return Remains.after(pass, subject.before().ledger(), retention(subject), now());
  }

  private Remains.Retention retention(Subject subject) {
    return new Remains.Retention(subject.history(), world.policy().grace());
  }

  private void keep(Subject subject, SnippetStatus status, Remains remains) {
    keep(subject, status, List.of(), remains);
  }

  // A status that cannot be written still lists what has expired, and whoever starts after a crash
  // believes it.
  private void keep(Subject subject, SnippetStatus status, List<String> notes, Remains remains) {
    boolean changed = !status.equals(subject.before());
    if (statuses.keep(status)) {
      remove(subject.name(), remains.expired());
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
    looks.follow(name, new NextLook.WithBackoff());
  }

  private static String digest(Ledger ledger) {
    return ledger.announced().map(StoredArchive::digest).map(Object::toString).orElse("");
  }

  private Instant now() {
    return world.clock().instant();
  }
}
