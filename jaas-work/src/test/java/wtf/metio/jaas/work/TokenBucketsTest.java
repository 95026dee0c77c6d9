// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.ResourceName;

class TokenBucketsTest {

  private static final ResourceName ONE = new ResourceName("team", "one");
  private static final ResourceName OTHER = new ResourceName("team", "other");

  private final SteppingClock clock = new SteppingClock();
  private final TokenBuckets buckets = new TokenBuckets(1, 2, clock);

  @Test
  void aBurstIsGrantedAndThenTheRate() {
    assertThat(buckets.take(ONE)).isEmpty();
    assertThat(buckets.take(ONE)).isEmpty();
    assertThat(buckets.take(ONE)).contains(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(buckets.take(ONE)).isEmpty();
    assertThat(buckets.take(ONE)).isPresent();
  }

  @Test
  void beingRefusedCostsNothing() {
    buckets.take(ONE);
    buckets.take(ONE);
    for (int i = 0; i < 100; i++) {
      buckets.take(ONE);
    }
    clock.pass(Duration.ofSeconds(1));

    assertThat(buckets.take(ONE)).isEmpty();
  }

  @Test
  void noMoreThanTheBurstIsSaved() {
    buckets.take(ONE);
    clock.pass(Duration.ofHours(1));

    assertThat(buckets.take(ONE)).isEmpty();
    assertThat(buckets.take(ONE)).isEmpty();
    assertThat(buckets.take(ONE)).isPresent();
  }

  @Test
  void everybodyHasABucket() {
    buckets.take(ONE);
    buckets.take(ONE);

    assertThat(buckets.take(OTHER)).isEmpty();
    assertThat(buckets.take(ONE)).isPresent();
  }

  @Test
  void whoeverComesAfterOneThatIsGoneBeginsAnew() {
    buckets.take(ONE);
    buckets.take(ONE);
    buckets.forget(ONE);

    assertThat(buckets.take(ONE)).isEmpty();
  }

  @Test
  void cleaningUpGivesNobodyATurn() {
    buckets.take(ONE);
    buckets.take(ONE);
    for (int i = 0; i < 10_000; i++) {
      buckets.take(OTHER);
    }

    assertThat(buckets.take(ONE)).isPresent();
  }
}
