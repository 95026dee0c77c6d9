// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;

/** How one pass over a snippet ended. */
public sealed interface Pass {

  /**
   * The snippet is published as it is described.
   *
   * @param ledger to be kept
   * @param url of the archive
   * @param message for the status
   * @param changed whether anything was stored or announced; false if all was as it should be
   * @param notes for the author: warnings, and what the program wrote with {@code std.trace}
   * @param expired what is to be removed from the store once the ledger is kept, and not before:
   *     what a kept status lists can be fetched
   * @param wakeAt when a revision that was pushed out may be removed; null if there is none
   */
  record Synced(
      Ledger ledger,
      String url,
      String message,
      boolean changed,
      List<String> notes,
      List<Revision> expired,
      @Nullable Instant wakeAt)
      implements Pass {
    public Synced {
      notes = List.copyOf(notes);
      expired = List.copyOf(expired);
    }

    /** When a revision that was pushed out may be removed. */
    public Optional<Instant> nextWake() {
      return Optional.ofNullable(wakeAt);
    }
  }

  /**
   * Its author wants nothing to be done. What was published stays.
   *
   * @param ledger to be kept
   * @param expired as in {@link Synced}
   */
  record Suspended(Ledger ledger, List<Revision> expired) implements Pass {
    public Suspended {
      expired = List.copyOf(expired);
    }
  }

  /**
   * It cannot be published. What was published before stays.
   *
   * @param message for the status, without the address of the runbook
   */
  record Failed(Reason reason, String message, Retry retry) implements Pass {}

  /**
   * It has to wait for its turn; its status does not change.
   *
   * @param cause what an event says
   */
  record Deferred(Deferral cause, String message, Duration after) implements Pass {}

  /** Nobody wants the result any more, or this process may not publish it. */
  record Dropped() implements Pass {}
}
