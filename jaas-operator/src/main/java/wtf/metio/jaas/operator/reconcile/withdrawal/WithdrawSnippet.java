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
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.reconcile.writing.Finalizers;
import wtf.metio.jaas.operator.reconcile.writing.Written;
import wtf.metio.jaas.operator.tenant.TenantAccess;

/**
 * Removes what was published for a snippet that somebody deleted, and lets it go: first the
 * announcement, then the archives, then the finalizer.
 */
public final class WithdrawSnippet {

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
  public WithdrawSnippet(
      Announcements announcements,
      TenantAccess tenants,
      Finalizers finalizers,
      ArtifactStore store,
      InstantSource clock,
      Duration patience) {
    this.finalizers = finalizers;
    this.store = store;
    this.clock = clock;
    this.patience = patience;
    retraction = new Retraction(announcements, tenants);
  }

  /** Makes one attempt. */
  public Withdrawn withdraw(Farewell farewell) {
    if (!farewell.fence().open()) {
      return new Withdrawn.Fenced();
    }
    return switch (retraction.retract(farewell)) {
      case Retraction.Outcome.Done() -> retracted(farewell);
      case Retraction.Outcome.Fenced() -> new Withdrawn.Fenced();
      case Retraction.Outcome.Failed failed -> unretracted(farewell, failed);
    };
  }

  private Withdrawn retracted(Farewell farewell) {
    var kept = removed(farewell.name());
    if (kept.isEmpty()) {
      return released(farewell, new Withdrawn.Entirely());
    }
    var error = kept.get();
    return isLate(farewell)
        ? released(
            farewell,
            new Withdrawn.Forced(
                ForceCause.WITHDRAW_TIMED_OUT, message(farewell, false, kept, error)))
        : new Withdrawn.Later(error);
  }

  private Withdrawn unretracted(Farewell farewell, Retraction.Outcome.Failed failed) {
    if (!failed.lasting() && !isLate(farewell)) {
      return new Withdrawn.Later(failed.message());
    }
    var kept = removed(farewell.name());
    return kept.isPresent() && !isLate(farewell)
        ? new Withdrawn.Later(kept.get())
        : released(
            farewell,
            new Withdrawn.Forced(
                failed.cause(), message(farewell, failed.lasting(), kept, failed.message())));
  }

  private boolean isLate(Farewell farewell) {
    return age(farewell.object()).compareTo(patience) >= 0;
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
    return switch (finalizers.remove(farewell.object(), farewell.fence())) {
      case Written.Kept _, Written.Gone _ -> withdrawn;
      case Written.Outdated() -> new Withdrawn.Later("the snippet was changed meanwhile");
      case Written.Fenced() -> new Withdrawn.Fenced();
      case Written.Failed(var message) -> new Withdrawn.Later(message);
    };
  }

  private String message(Farewell farewell, boolean lasting, Optional<String> kept, String error) {
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
        + GoDuration.format(Duration.ofSeconds(age(farewell.object()).toSeconds()))
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

  /** How long ago somebody deleted it. */
  private Duration age(KubeObject snippet) {
    try {
      var deleted = snippet.part("metadata").get("deletionTimestamp");
      return deleted == null
          ? Duration.ZERO
          : Duration.between(Instant.parse(deleted.getAsString()), clock.instant());
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }
}
