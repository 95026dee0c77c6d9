// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.util.Optional;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Publisher.Announcement;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;

/**
 * Keeps true what is said of an announced archive while nothing is published in its place: one that
 * is lost cannot be made again as long as the snippet is suspended or fails.
 */
final class Credit {

  private static final String AGAIN = "; it is made again as soon as the snippet can be published";
  private static final String LOST = "the archive is not in the store any more" + AGAIN;
  private static final String DAMAGED = "the archive in the store is damaged" + AGAIN;

  private final World world;
  private final ReconcileListener listener;

  Credit(World world, ReconcileListener listener) {
    this.world = world;
    this.listener = listener;
  }

  /** Says what is; what cannot be said now is said by a later pass. */
  void settle(Decision decision) {
    var subject = decision.subject();
    if (!(decision.pass() instanceof Pass.Synced) && !subject.tenant().serviceAccount().isEmpty()) {
      decision.former().announced().ifPresent(archive -> settle(subject, archive));
    }
  }

  private void settle(Subject subject, StoredArchive archive) {
    try {
      var fault = fault(subject, archive);
      if (fault.isPresent()) {
        tell(subject, discredited(subject, fault.get()));
      } else if (world.standing().isDiscredited(subject.name())) {
        tell(subject, announced(subject, archive));
      }
    } catch (StoreUnavailableException _) {
      // Nobody knows; whoever probes the store tells, and wakes those who wait for it.
    }
  }

  private Optional<String> fault(Subject subject, StoredArchive archive) {
    var store = world.ports().store();
    var name = subject.name();
    if (store.find(name, archive.revision()).isEmpty()) {
      return Optional.of(LOST);
    }
    return subject.term().memory().isDistrusted(name) && !store.isSound(name, archive.revision())
        ? Optional.of(DAMAGED)
        : Optional.empty();
  }

  private Announcement discredited(Subject subject, String fault) {
    return world
        .standing()
        .discredit(subject.name(), fault, subject.tenant(), subject.term().fence());
  }

  private Announcement announced(Subject subject, StoredArchive archive) {
    return world
        .ports()
        .publisher()
        .announce(subject.resource().snippet(), archive, subject.tenant(), subject.term().fence());
  }

  private void tell(Subject subject, Announcement announcement) {
    if (announcement instanceof Announcement.Refused(_, var message, _)) {
      listener.failed(subject.name(), message);
    }
  }
}
