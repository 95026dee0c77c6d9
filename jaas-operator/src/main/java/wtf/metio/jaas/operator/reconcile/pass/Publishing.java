// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.util.Optional;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.PublishSnippet;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Task;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.reconcile.observation.Observation;
import wtf.metio.jaas.operator.reconcile.writing.Annotations;
import wtf.metio.jaas.operator.reconcile.writing.Conditions;
import wtf.metio.jaas.operator.tenant.TenantAccess;

/** Has the use case publish a snippet, unless something is in the way that it does not know. */
final class Publishing {

  private static final String NO_ACCOUNT =
      "neither spec.serviceAccountName nor --default-service-account is set";

  private final World world;
  private final Deadlines deadlines;

  Publishing(World world, PassOptions options) {
    this.world = world;
    deadlines = new Deadlines(options.deadline());
  }

  /** What is in the way, if anything is. */
  Optional<Pass> obstacle(Subject subject) {
    if (subject.isSuspended()) {
      return Optional.empty();
    }
    if (subject.tenant().serviceAccount().isEmpty()) {
      return failed(Reason.SERVICE_ACCOUNT_MISSING, NO_ACCOUNT, Retry.SLOWLY);
    }
    var violations = subject.resource().violations();
    if (!violations.isEmpty()) {
      return failed(
          violations.getFirst().reason(),
          violations.stream().map(Violation::message).collect(Collectors.joining("; ")),
          Retry.SLOWLY);
    }
    return isLikelyUnchanged(subject) ? Optional.empty() : noIdentity(subject);
  }

  /** Nobody need be asked for an identity that is not used. */
  private static boolean isLikelyUnchanged(Subject subject) {
    var object = subject.object();
    return Conditions.of(object).isReady(Reason.SYNCED.text())
        && subject.resource().status().observedGeneration() == object.generation();
  }

  /** Before anything is rendered for somebody, it has to be somebody. */
  private Optional<Pass> noIdentity(Subject subject) {
    return world.tenants().as(subject.tenant())
            instanceof TenantAccess.Access.Denied(var reason, var message, var retry)
        ? failed(reason, message, retry)
        : Optional.empty();
  }

  private static Optional<Pass> failed(Reason reason, String message, Retry retry) {
    return Optional.of(new Pass.Failed(reason, message, retry));
  }

  /** Makes the pass. */
  Pass publish(Subject subject, Observation observation) {
    try (var deadline = deadlines.begin(subject.term().cancellation())) {
      boolean distrusted = subject.term().memory().isDistrusted(subject.name());
      var task =
          new Task(
              subject.resource().snippet(),
              subject.ledger(),
              subject.tenant(),
              distrusted || Annotations.isToBeRendered(subject.object()),
              fence(subject),
              deadline.cancellation());
      var pass =
          new PublishSnippet(world.policy(), world.rules(), observation.ports()).publish(task);
      if (distrusted && pass instanceof Pass.Synced) {
        subject.term().memory().trust(subject.name());
      }
      return pass instanceof Pass.Dropped && deadline.hasPassed() && isCurrent(subject)
          ? late(observation)
          : pass;
    }
  }

  private Pass late(Observation observation) {
    return new Pass.Failed(
        observation.hasBegunToEvaluate() ? Reason.EVALUATION_TIMEOUT : Reason.SOURCE_FETCH_FAILED,
        "the snippet was not published within " + GoDuration.format(deadlines.limit()),
        Retry.WITH_BACKOFF);
  }

  /** What was made from an older description is not published any more. */
  private Fence fence(Subject subject) {
    return () -> subject.term().fence().open() && isCurrent(subject);
  }

  /** Whether the snippet is still what is being judged. */
  boolean isCurrent(Subject subject) {
    return world
        .cluster()
        .snippet(subject.name())
        .filter(now -> isSame(now.object(), subject.object()))
        .isPresent();
  }

  private static boolean isSame(KubeObject now, KubeObject judged) {
    return now.uid().equals(judged.uid())
        && now.generation() == judged.generation()
        && !now.isLeaving();
  }
}
