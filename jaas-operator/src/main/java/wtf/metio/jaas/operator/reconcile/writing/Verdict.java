// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Retry;

/** What a status is to say of a snippet. */
public sealed interface Verdict {

  /** It was never looked at, and is looked at now. */
  record Pending() implements Verdict {}

  /**
   * It is published as it is described.
   *
   * @param message how it was made
   * @param changed whether anything was stored or announced
   */
  record Synced(Ledger ledger, String url, String message, boolean changed) implements Verdict {}

  /** Nothing is to be done. */
  record Suspended(Ledger ledger) implements Verdict {}

  /** It cannot be published. */
  record Failed(Ledger ledger, Reason reason, String message, Retry retry) implements Verdict {}
}
