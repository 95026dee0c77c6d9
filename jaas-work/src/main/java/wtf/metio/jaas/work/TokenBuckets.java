// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Lets every snippet be rendered a number of times at once, and from then on as often as the rate
 * allows. Being refused costs nothing.
 */
public final class TokenBuckets implements RateLimit {

  private static final double NANOS = 1e9;
  private static final int TAKES_BETWEEN_CLEANINGS = 4096;

  private record Bucket(double tokens, Instant at) {}

  private final double perSecond;
  private final int burst;
  private final InstantSource clock;
  private final AtomicLong takes = new AtomicLong();
  private final Map<ResourceName, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Full buckets.
   *
   * @param perSecond how many turns come back; more than 0
   * @param burst how many turns there are at the most; at least 1
   */
  public TokenBuckets(double perSecond, int burst, InstantSource clock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> take(ResourceName snippet) {
    var now = clock.instant();
    if (takes.incrementAndGet() % TAKES_BETWEEN_CLEANINGS == 0) {
      dropFullOnes(now);
    }
    var granted = new boolean[1];
    var after =
        buckets.compute(
            snippet,
            (_, known) -> {
              var bucket = known == null ? new Bucket(burst, now) : filled(known, now);
              granted[0] = bucket.tokens() >= 1;
              return granted[0] ? new Bucket(bucket.tokens() - 1, now) : bucket;
            });
    return granted[0] ? Optional.empty() : Optional.of(untilNext(after));
  }

  @Override
  public void forget(ResourceName snippet) {
    buckets.remove(snippet);
  }

  /** A full bucket is as good as none. */
  private void dropFullOnes(Instant now) {
    buckets.values().removeIf(bucket -> filled(bucket, now).tokens() >= burst);
  }

  private Bucket filled(Bucket bucket, Instant now) {
    double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / NANOS);
    return new Bucket(Math.min(burst, bucket.tokens() + seconds * perSecond), now);
  }

  private Duration untilNext(Bucket bucket) {
    return Duration.ofNanos((long) Math.ceil((1 - bucket.tokens()) / perSecond * NANOS));
  }
}
