// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.FencedException;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/** Stores what was made, tells the world, and removes what has had its time. */
final class Storing {

  private final Policy policy;
  private final Ports ports;

  Storing(Policy policy, Ports ports) {
    this.policy = policy;
    this.ports = ports;
  }

  /** The archive that was announced last, unless the store lost it or holds another one. */
  Optional<StoredArchive> stillStored(Task task) {
    return task.before()
        .announced()
        .filter(
            announced ->
                ports
                    .store()
                    .find(task.snippet().name(), announced.revision())
                    .filter(found -> found.digest().equals(announced.digest()))
                    .isPresent());
  }

  /** Stores a product and announces it. */
  Step<Pass> publish(Task task, Product product, String inputsDigest) {
    var archive = Archive.of(product.revision(), product.files());
    StoredArchive stored;
    try {
      stored = ports.store().put(task.snippet().name(), archive, task.fence());
    } catch (FencedException _) {
      return new Step.End<>(new Pass.Dropped());
    }
    var message =
        "Rendered " + product.files().bytes() + " bytes from " + product.sourceFiles() + " files";
    return announce(task, new Outcome(stored, inputsDigest, message, product.notes()));
  }

  /** Announces again what is stored already: somebody may have changed or removed the notice. */
  Step<Pass> confirm(Task task, StoredArchive archive) {
    return announce(
        task,
        new Outcome(archive, task.before().inputsDigest(), "Artifact is up to date", List.of()));
  }

  /** The ledger after everything was removed that has had its time. */
  Ledger tidied(Task task, Ledger ledger) {
    return tidied(task, ledger, Set.of());
  }

  /**
   * The same for a snippet of which another status will be told.
   *
   * <p>What the status of now lists stays until the next pass: if the process ends before the other
   * one is out, this is what the world still knows.
   */
  private Ledger tidiedBeforeTold(Task task, Ledger ledger) {
    Set<Revision> told = new HashSet<>();
    task.before().history().listed(task.listed()).forEach(it -> told.add(it.revision()));
    return tidied(task, ledger, told);
  }

  private Ledger tidied(Task task, Ledger ledger, Set<Revision> spared) {
    var owner = task.snippet().name();
    var now = ports.clock().instant();
    Set<Revision> stored = new HashSet<>();
    ports.store().list(owner).forEach(archive -> stored.add(archive.revision()));
    var history = ledger.history().reconciled(stored, now);
    var expired =
        history.expired(task.snippet().spec().history(), policy.grace(), now).stream()
            .filter(published -> !spared.contains(published.revision()))
            .toList();
    expired.forEach(published -> ports.store().remove(owner, published.revision()));
    return new Ledger(ledger.inputsDigest(), ledger.archive(), history.without(expired));
  }

  /**
   * What is announced.
   *
   * @param message for the status
   */
  private record Outcome(
      StoredArchive archive, String inputsDigest, String message, List<String> notes) {}

  private Step<Pass> announce(Task task, Outcome outcome) {
    var archive = outcome.archive();
    var answer = ports.publisher().announce(task.snippet(), archive, task.tenant(), task.fence());
    return switch (answer) {
      case Publisher.Announcement.Known(var url, var told) -> {
        var history =
            task.before().history().announced(archive.revision(), ports.clock().instant());
        boolean changed = told || !history.equals(task.before().history());
        var ledger = tidiedBeforeTold(task, new Ledger(outcome.inputsDigest(), archive, history));
        var wakeAt = ledger.history().nextExpiry(task.snippet().spec().history(), policy.grace());
        yield new Step.On<>(
            new Pass.Synced(
                ledger, url, outcome.message(), changed, outcome.notes(), wakeAt.orElse(null)));
      }
      case Publisher.Announcement.Refused(var reason, var message, var retry) ->
          Step.failed(reason, message, retry);
      case Publisher.Announcement.Fenced() -> new Step.End<>(new Pass.Dropped());
    };
  }
}
