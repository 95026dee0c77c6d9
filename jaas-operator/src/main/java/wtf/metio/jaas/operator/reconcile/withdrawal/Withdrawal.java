// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.reconcile.writing.Finalizers;
import wtf.metio.jaas.operator.reconcile.writing.Written;
import wtf.metio.jaas.operator.tenant.TenantAccess;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * Removes what was published for a snippet that somebody deleted, and lets it go: first the
 * announcement, then the archives, then the finalizer.
 */
public final class Withdrawal {

  private final Retraction retraction;
  private final Finalizers finalizers;
  private final ArtifactStore store;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * Withdraws snippets.
   *
   * @param patience how long it is tried before a snippet is let go all the same
   */
  public Withdrawal(
      Cluster cluster,
      TenantAccess tenants,
      KubeApi operator,
      ArtifactStore store,
      InstantSource clock,
      Duration patience) {
    this.store = store;
    this.clock = clock;
    this.patience = patience;
    retraction = new Retraction(cluster, tenants);
    finalizers = new Finalizers(operator, cluster);
  }

  /** Makes one attempt. */
  public Withdrawn withdraw(Farewell farewell) {
    if (!farewell.fence().open()) {
      return new Withdrawn.Fenced();
    }
    var retracted = retraction.retract(farewell);
    var age = age(farewell.snippet());
    boolean late = age.filter(it -> it.compareTo(patience) >= 0).isPresent();
    if (retracted instanceof Retraction.Outcome.Failed failed && !failed.lasting() && !late) {
      return new Withdrawn.Later(failed.message());
    }
    var kept = removed(farewell.name());
    if (kept.isPresent() && !late) {
      return new Withdrawn.Later(kept.get());
    }
    var elapsed = age.orElse(Duration.ZERO);
    return released(
        farewell,
        switch (retracted) {
          case Retraction.Outcome.Failed failed ->
              new Withdrawn.Forced(
                  failed.cause(late && !failed.lasting()),
                  message(farewell, elapsed, failed.lasting(), kept, failed.message()));
          case Retraction.Outcome.Done() ->
              kept.<Withdrawn>map(
                      error ->
                          new Withdrawn.Forced(
                              ForceCause.WITHDRAW_TIMED_OUT,
                              message(farewell, elapsed, false, kept, error)))
                  .orElseGet(Withdrawn.Entirely::new);
        });
  }

  /** Removes the archives; why that was not possible, if it was not. */
  private Optional<String> removed(ResourceName owner) {
    try {
      store.removeAll(owner);
      return Optional.empty();
    } catch (StoreUnavailableException unavailable) {
      return Optional.of(unavailable.text());
    }
  }

  private Withdrawn released(Farewell farewell, Withdrawn withdrawn) {
    return switch (finalizers.remove(farewell.snippet(), farewell.fence())) {
      case Written.Kept _, Written.Gone _ -> withdrawn;
      case Written.Outdated() -> new Withdrawn.Later("the snippet was changed meanwhile");
      case Written.Fenced() -> new Withdrawn.Fenced();
      case Written.Failed(var message) -> new Withdrawn.Later(message);
    };
  }

  private String message(
      Farewell farewell, Duration elapsed, boolean lasting, Optional<String> kept, String error) {
    var because = lasting ? "of a Withdraw failure no retry can clear" : "of failing Withdraw";
    var left =
        kept.isEmpty()
            ? "the stored tarballs were deleted, only the ExternalArtifact could not be removed as"
                + " the tenant (it is garbage-collected with its namespace, or remove it by hand)"
            : "storage may carry orphaned tarballs under "
                + farewell.name()
                + "/ that an operator must remove by hand (known revisions: "
                + known(farewell.name())
                + ')';
    return "WithdrawForced after "
        + GoDuration.format(Duration.ofSeconds(elapsed.toSeconds()))
        + ' '
        + because
        + " \u2014 finalizer dropped; "
        + left
        + ". Last error: "
        + error;
  }

  private String known(ResourceName owner) {
    try {
      return store.list(owner).stream()
          .map(StoredArchive::revision)
          .map(revision -> revision.path(owner))
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (StoreUnavailableException _) {
      return "unknown";
    }
  }

  private Optional<Duration> age(KubeObject snippet) {
    try {
      var deleted = snippet.part("metadata").get("deletionTimestamp");
      return deleted == null
          ? Optional.empty()
          : Optional.of(Duration.between(Instant.parse(deleted.getAsString()), clock.instant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
