// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.reconcile.writing.Annotations;
import wtf.metio.jaas.operator.reconcile.writing.Conditions;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SnippetStatus;
import wtf.metio.jaas.work.Lane;

/**
 * Tells snippets that somebody published before who kept no digest of what they were made from. As
 * long as all agrees, they are left as they are for a while: not all at once have to be rendered
 * because another program looks after them now.
 */
final class TakeOver {

  private final ArtifactStore store;

  TakeOver(ArtifactStore store) {
    this.store = store;
  }

  /** Whether a snippet can be left as it is. */
  boolean isDue(Subject subject) {
    var object = subject.object();
    return subject.turn().lane() != Lane.CHANGE
        && subject.term().memory().of(object).isEmpty()
        && SnippetResource.isKept(object)
        && subject.resource().violations().isEmpty()
        && !subject.isSuspended()
        && isPublished(object, subject.resource().status())
        && isStored(subject);
  }

  private static boolean isPublished(KubeObject object, SnippetStatus status) {
    return status.inputsDigest().isEmpty()
        && status.observedGeneration() == object.generation()
        && Conditions.of(object).isReady(Reason.SYNCED.text())
        && Annotations.wishes(object).look().equals(status.handled())
        && !Annotations.isToBeRendered(object);
  }

  private boolean isStored(Subject subject) {
    var ledger = subject.resource().ledger();
    var announced = ledger.announced();
    boolean listed =
        announced
            .filter(
                it ->
                    ledger.history().current().stream()
                        .anyMatch(current -> current.revision().equals(it.revision())))
            .isPresent();
    try {
      return listed
          && announced
              .flatMap(it -> store.find(subject.name(), it.revision()))
              .filter(stored -> announced.get().digest().equals(stored.digest()))
              .isPresent();
    } catch (StoreUnavailableException _) {
      return false;
    }
  }
}
