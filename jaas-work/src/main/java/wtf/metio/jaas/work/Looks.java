// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Has things looked at again. Any number of threads may call.
 *
 * @param <K> with value semantics
 */
public final class Looks<K> {

  /** What heals by itself is noticed within a minute. */
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  private final WorkQueue<K> queue;
  private final InstantSource clock;
  private final Backoff<K> backoff = new Backoff<>(LONGEST_BACKOFF);

  /** Looks are turns of this queue. */
  public Looks(WorkQueue<K> queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Has something looked at again, after it was looked at. */
  public void follow(K key, NextLook next) {
    switch (next) {
      case NextLook.Never() -> backoff.forget(key);
      case NextLook.At(var lane, var due) -> {
        backoff.forget(key);
        queue.add(key, lane, due);
      }
      case NextLook.WithBackoff() ->
          queue.add(key, Lane.RETRY, clock.instant().plus(backoff.afterFailure(key)));
    }
  }

  /** Looks later, and no sooner the next time: a look was put off, which is no success. */
  public void putOff(K key, Lane lane, Duration pause) {
    queue.add(key, lane, clock.instant().plus(pause));
  }

  /** It is gone. */
  public void forget(K key) {
    backoff.forget(key);
  }
}
