// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.publication.Retry;

/** When something is looked at again, if nothing changes until then. */
public sealed interface NextLook {

  /** Looks that fall due together are spread a little, and never come early. */
  double SPREAD = 0.05;

  /** Where time alone will hardly help. */
  Duration SLOWLY = Duration.ofMinutes(1);

  /** Not before something changes. */
  record Never() implements NextLook {}

  /** At this time. */
  record At(Lane lane, Instant due) implements NextLook {}

  /** Soon, and later each time until something succeeds. */
  record WithBackoff() implements NextLook {}

  /** After a failure. */
  static NextLook after(Retry retry, Instant now) {
    return switch (retry) {
      case SLOWLY -> new At(Lane.RETRY, now.plus(SLOWLY));
      case WITH_BACKOFF -> new WithBackoff();
    };
  }

  /** At a moment, if there is one. */
  static NextLook at(Optional<Instant> moment) {
    return moment.<NextLook>map(due -> new At(Lane.CHECK, due)).orElseGet(Never::new);
  }

  /** At the first of two moments, if there is one. */
  static NextLook atFirst(Optional<Instant> one, Optional<Instant> other) {
    return at(Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo));
  }

  /**
   * When an interval is over, or a little later.
   *
   * @param interval zero for none
   * @param chance from 0 to 1
   */
  static Optional<Instant> interval(Duration interval, double chance, Instant now) {
    var spread = (long) (interval.toNanos() * SPREAD * chance);
    return interval.isZero() ? Optional.empty() : Optional.of(now.plus(interval).plusNanos(spread));
  }
}
