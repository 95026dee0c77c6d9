// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.evaluator.CacheNumbers;

/**
 * A map that forgets when it is full: first what was never asked for again, then what was not asked
 * for longest. A crowd of entries that nobody asks for twice therefore drives out only its own
 * kind.
 *
 * <p>Serves any number of threads; no method waits for anything but the map.
 */
final class SegmentedCache<K, V> {

  /** This share of the capacity is for entries that were asked for again. */
  private static final double PROTECTED = 0.8;

  /** An entry that takes more than this share of the capacity is not kept. */
  private static final int LARGEST = 4;

  private record Entry<V>(V value, long bytes) {}

  private final long capacity;
  private final ToLongFunction<V> weigher;

  // All guarded by this object.
  private final Map<K, Entry<V>> once = new LinkedHashMap<>();
  private final Map<K, Entry<V>> again = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long bytesAgain;
  private long hits;
  private long misses;
  private long evictions;

  /**
   * An empty cache.
   *
   * @param capacity bytes
   * @param weigher bytes of a value and its key; may change while the value is kept, which is
   *     noticed when it is asked for
   */
  SegmentedCache(long capacity, ToLongFunction<V> weigher) {
    this.capacity = capacity;
    this.weigher = weigher;
  }

  /** The value; null if there is none. Whether that was a hit, the caller says later. */
  synchronized @Nullable V find(K key) {
    var entry = again.get(key);
    if (entry == null) {
      entry = once.get(key);
    }
    return entry == null ? null : entry.value();
  }

  /** Notes that a value was of use. */
  synchronized void hit(K key, V value) {
    hits++;
    if (remove(key, value)) {
      add(again, key, value);
      makeRoom();
    }
  }

  /** Notes that there was none, or none of use. */
  synchronized void miss() {
    misses++;
  }

  /** Keeps a value, unless it is too large. */
  synchronized void put(K key, V value) {
    remove(key);
    if (weigher.applyAsLong(value) <= capacity / LARGEST) {
      add(once, key, value);
      makeRoom();
    }
  }

  /** Forgets this value, if it is the one that is kept; whether it was. */
  synchronized boolean remove(K key, V value) {
    boolean known = find(key) == value;
    if (known) {
      remove(key);
    }
    return known;
  }

  synchronized CacheNumbers numbers() {
    return new CacheNumbers(hits, misses, evictions, once.size() + again.size(), bytes);
  }

  private void add(Map<K, Entry<V>> segment, K key, V value) {
    var entry = new Entry<>(value, weigher.applyAsLong(value));
    segment.put(key, entry);
    bytes += entry.bytes();
    bytesAgain += segment == again ? entry.bytes() : 0;
  }

  private void remove(K key) {
    var entry = once.remove(key);
    if (entry == null) {
      entry = again.remove(key);
      bytesAgain -= entry == null ? 0 : entry.bytes();
    }
    bytes -= entry == null ? 0 : entry.bytes();
  }

  private void makeRoom() {
    while (bytesAgain > PROTECTED * capacity) {
      var oldest = again.entrySet().iterator().next();
      remove(oldest.getKey());
      add(once, oldest.getKey(), oldest.getValue().value());
    }
    while (bytes > capacity) {
      remove((once.isEmpty() ? again : once).keySet().iterator().next());
      evictions++;
    }
  }
}
