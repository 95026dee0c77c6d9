// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was announced.
 *
 * @param revision which
 * @param since when it was announced last
 * @param supersededAt when another one took its place; null for the current one
 */
public record Published(Revision revision, Instant since, @Nullable Instant supersededAt) {

  /** When another one took its place. */
  public Optional<Instant> superseded() {
    return Optional.ofNullable(supersededAt);
  }

  Published supersededAt(Instant moment) {
    return supersededAt == null ? new Published(revision, since, moment) : this;
  }
}
