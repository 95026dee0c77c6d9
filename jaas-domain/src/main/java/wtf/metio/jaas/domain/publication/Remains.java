// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Published;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;

/**
 * What is left of former publications after a pass. What was pushed out goes in time, whether or
 * not the snippet can be rendered now.
 *
 * @param ledger to be kept
 * @param expired to be removed from the store once the ledger is kept, and not before
 * @param wakeAt when a revision that was pushed out may be removed; null if there is none
 */
public record Remains(Ledger ledger, List<Revision> expired, @Nullable Instant wakeAt) {

  public Remains {
    expired = List.copyOf(expired);
  }

  /**
   * How long revisions are kept.
   *
   * @param listed how many of them as long as the snippet
   * @param grace how long all others, after another one took their place
   */
  public record Retention(int listed, Duration grace) {}

  /**
   * What is left after a pass.
   *
   * @param before what was known before it
   */
  public static Remains after(Pass pass, Ledger before, Retention retention, Instant now) {
    return switch (pass) {
      case Pass.Synced(var ledger, _, _, _, _, var expired, var wakeAt) ->
          new Remains(ledger, expired, wakeAt);
      case Pass.Suspended(var ledger, var expired) -> waking(ledger, expired, retention);
      // Nothing is removed from a store that does not work.
      case Pass.Failed failed when failed.reason() == Reason.STORAGE_OPERATION_FAILED ->
          waking(before, List.of(), retention);
      case Pass.Failed _ -> of(before, retention, now);
      case Pass.Deferred _, Pass.Dropped _ -> waking(before, List.of(), retention);
    };
  }

  /** What is left where nobody looked into the store. */
  public static Remains of(Ledger before, Retention retention, Instant now) {
    var history = before.history();
    var expired = history.expired(retention.listed(), retention.grace(), now);
    return waking(
        new Ledger(before.inputsDigest(), before.archive(), history.without(expired)),
        expired.stream().map(Published::revision).toList(),
        retention);
  }

  private static Remains waking(Ledger ledger, List<Revision> expired, Retention retention) {
    var next = ledger.history().nextExpiry(retention.listed(), retention.grace());
    return new Remains(ledger, expired, next.orElse(null));
  }

  /** When a revision that was pushed out may be removed. */
  public Optional<Instant> nextWake() {
    return Optional.ofNullable(wakeAt);
  }
}
