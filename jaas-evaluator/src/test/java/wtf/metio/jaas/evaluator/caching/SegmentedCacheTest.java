// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.evaluator.CacheNumbers;

class SegmentedCacheTest {

  private static final long CAPACITY = 1000;

  /** A value whose weight may change. */
  private static final class Box {
    private long bytes;

    Box(long bytes) {
      this.bytes = bytes;
    }
  }

  private final SegmentedCache<Integer, Box> cache =
      new SegmentedCache<>(CAPACITY, box -> box.bytes);

  private void ask(int key) {
    var value = cache.find(key);
    if (value == null) {
      cache.miss();
      cache.put(key, new Box(100));
    } else {
      cache.hit(key, value);
    }
  }

  @Test
  void whatWasNeverAskedForAgainGoesFirst() {
    for (int key = 0; key < 5; key++) {
      ask(key);
      ask(key);
    }
    for (int key = 100; key < 10_000; key++) {
      ask(key);
    }
    for (int key = 0; key < 5; key++) {
      assertThat(cache.find(key)).as("%d", key).isNotNull();
    }
    assertThat(cache.numbers()).isEqualTo(new CacheNumbers(5, 9905, 9895, 10, 1000));
  }

  @Test
  void whatIsAskedForNowDrivesOutWhatWasAskedForOnce() {
    for (int key = 0; key < 20; key++) {
      ask(key);
      ask(key);
    }
    assertThat(cache.find(0)).isNull();
    assertThat(cache.find(19)).isNotNull();
    assertThat(cache.numbers().bytes()).isEqualTo(CAPACITY);
  }

  @Test
  void whatIsTooLargeIsNotKeptAndReplacesWhatWas() {
    ask(1);
    cache.put(1, new Box(CAPACITY / 4 + 1));

    assertThat(cache.find(1)).isNull();
    assertThat(cache.numbers().bytes()).isZero();
    cache.put(1, new Box(CAPACITY / 4));
    assertThat(cache.find(1)).isNotNull();
  }

  @Test
  void onlyTheValueThatIsKeptCanBeRemoved() {
    var first = new Box(1);
    var second = new Box(1);
    cache.put(1, first);
    cache.put(1, second);

    assertThat(cache.remove(1, first)).isFalse();
    assertThat(cache.find(1)).isSameAs(second);
    assertThat(cache.remove(1, second)).isTrue();
    assertThat(cache.find(1)).isNull();
  }

  @Test
  void aValueThatGrewIsWeighedAgainWhenItIsOfUse() {
    for (int key = 0; key < 10; key++) {
      ask(key);
    }
    var grown = cache.find(9);
    assertThat(grown).isNotNull();
    grown.bytes = 600;
    cache.hit(9, grown);

    assertThat(cache.numbers().bytes()).isEqualTo(CAPACITY);
    assertThat(cache.find(9)).isSameAs(grown);
    assertThat(cache.find(4)).isNull();
    assertThat(cache.find(5)).isNotNull();
  }

  @Test
  void theBytesAreThoseOfTheEntriesWhateverHappens() {
    var dice = new Random(7);
    var values = new HashMap<Integer, Box>();
    for (int i = 0; i < 50_000; i++) {
      int key = dice.nextInt(60);
      var known = cache.find(key);
      switch (dice.nextInt(4)) {
        case 0 -> {
          values.put(key, new Box(dice.nextInt(300)));
          cache.put(key, values.get(key));
        }
        case 1 -> {
          if (known != null) {
            cache.remove(key, known);
          }
        }
        default -> {
          if (known != null) {
            known.bytes += dice.nextInt(3);
            cache.hit(key, known);
          }
        }
      }
      assertThat(cache.numbers().bytes()).isBetween(0L, CAPACITY);
    }
    long sum = 0;
    for (int key = 0; key < 60; key++) {
      var kept = cache.find(key);
      sum += kept == null ? 0 : kept.bytes;
    }
    assertThat(cache.numbers().bytes()).isEqualTo(sum);
  }
}
