// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.FencedException;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/** Stores what was made, tells the world, and says what has had its time. */
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

  /**
   * A ledger without everything that has had its time.
   *
   * @param expired what that is
   */
  record Tidied(Ledger ledger, List<Revision> expired) {}

  /** The ledger as the store and the time want it. Nothing is removed yet. */
  Tidied tidied(Task task, Ledger ledger) {
    var owner = task.snippet().name();
    var now = ports.clock().instant();
    Set<Revision> stored = new HashSet<>();
    ports.store().list(owner).forEach(archive -> stored.add(archive.revision()));
    var history = ledger.history().reconciled(stored, now);
    var expired = history.expired(task.snippet().spec().history(), policy.grace(), now);
    return new Tidied(
        new Ledger(ledger.inputsDigest(), ledger.archive(), history.without(expired)),
        expired.stream().map(Published::revision).toList());
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
        var tidied = tidied(task, new Ledger(outcome.inputsDigest(), archive, history));
        var ledger = tidied.ledger();
        var wakeAt = ledger.history().nextExpiry(task.snippet().spec().history(), policy.grace());
        yield new Step.On<>(
            new Pass.Synced(
                ledger,
                url,
                outcome.message(),
                changed,
                outcome.notes(),
                tidied.expired(),
                wakeAt.orElse(null)));
      }
      case Publisher.Announcement.Refused(var reason, var message, var retry) ->
          Step.failed(reason, message, retry);
      case Publisher.Announcement.Fenced() -> new Step.End<>(new Pass.Dropped());
    };
  }
}
