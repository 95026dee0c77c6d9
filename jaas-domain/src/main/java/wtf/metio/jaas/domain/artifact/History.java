// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions of one snippet that can be fetched, newest first, each once.
 *
 * <p>The first ones, as many as the snippet asks for, are listed in its status and kept as long as
 * the snippet. Those behind were pushed out and stay for a grace after another revision took their
 * place, because a consumer may have read the address a moment before.
 *
 * @param revisions the first one is current; empty if nothing was ever published
 */
public record History(List<Published> revisions) {

  /** Nothing yet. */
  public static final History EMPTY = new History(List.of());

  public History {
    revisions = List.copyOf(revisions);
    Set<Revision> distinct = new LinkedHashSet<>();
    for (var published : revisions) {
      if (!distinct.add(published.revision())) {
        throw new IllegalArgumentException("twice in one history: " + published.revision());
      }
    }
  }

  /** The current revision. */
  public Optional<Published> current() {
    return revisions.stream().findFirst();
  }

  /** The history after a revision was announced. Announcing the current one changes nothing. */
  public History announced(Revision revision, Instant now) {
    if (current().filter(current -> current.revision().equals(revision)).isPresent()) {
      return this;
    }
    var after = new ArrayList<Published>();
    after.add(new Published(revision, now, null));
    revisions.stream()
        .filter(published -> !published.revision().equals(revision))
        .map(published -> published.supersededAt(now))
        .forEach(after::add);
    return new History(after);
  }

  /**
   * The history after a look at the store: revisions that nobody knows of came from elsewhere, such
   * as a restored copy, and have their grace from now on; those that are gone are forgotten.
   */
  public History reconciled(Set<Revision> stored, Instant now) {
    var after = new ArrayList<Published>();
    revisions.stream().filter(it -> stored.contains(it.revision())).forEach(after::add);
    var known = new LinkedHashSet<Revision>();
    revisions.forEach(published -> known.add(published.revision()));
    stored.stream()
        .filter(revision -> !known.contains(revision))
        .map(revision -> new Published(revision, now, now))
        .forEach(after::add);
    return new History(after);
  }

  /** Those that the status lists. */
  public List<Published> listed(int limit) {
    return revisions.subList(0, Math.min(limit, revisions.size()));
  }

  /** Those that may be removed now. */
  public List<Published> expired(int limit, Duration grace, Instant now) {
    return pushedOut(limit).stream().filter(it -> !expiry(it, grace).isAfter(now)).toList();
  }

  /** When the next one may be removed; empty if none ever will without a further publication. */
  public Optional<Instant> nextExpiry(int limit, Duration grace) {
    return pushedOut(limit).stream().map(it -> expiry(it, grace)).min(Instant::compareTo);
  }

  /** The history without these. */
  public History without(List<Published> removed) {
    return new History(revisions.stream().filter(it -> !removed.contains(it)).toList());
  }

  private List<Published> pushedOut(int limit) {
    return revisions.subList(Math.min(limit, revisions.size()), revisions.size());
  }

  private static Instant expiry(Published published, Duration grace) {
    return published.superseded().orElse(published.since()).plus(grace);
  }
}
