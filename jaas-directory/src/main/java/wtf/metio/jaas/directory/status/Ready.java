// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.condition.Reason;

/**
 * Whether a snippet is published as it is described.
 *
 * @param met whether it is
 * @param message for people, with the address of a runbook if something is wrong
 * @param since when any of this changed last, in whole seconds
 */
public record Ready(boolean met, Reason reason, String message, Instant since) {

  public Ready {
    since = since.truncatedTo(ChronoUnit.SECONDS);
  }

  /** It is published. */
  public static Ready synced(String message, Instant now) {
    return new Ready(true, Reason.SYNCED, message, now);
  }

  /** It is not, or not as it is described. */
  public static Ready not(Reason reason, String message, Instant now) {
    return new Ready(false, reason, reason.decorated(message), now);
  }

  /** This, or the one before if nothing is different. */
  Ready after(@Nullable Ready before) {
    return before != null
            && before.met == met
            && before.reason == reason
            && before.message.equals(message)
        ? before
        : this;
  }
}
