// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at, and when.
 *
 * <p>Whatever is asked for several times while it waits is looked at once. What is asked for while
 * somebody looks at it is looked at again afterwards: no change is lost, and nobody looks at the
 * same thing side by side with another.
 *
 * <p>More pressing lanes go first, but a turn in eight belongs to the least pressing one that has
 * anything. Within a lane every group has the same share. Retries never take all places, so that
 * what fails for good does not slow what works.
 *
 * <p>Serves any number of threads.
 *
 * @param <K> with value semantics
 */
public final class WorkQueue<K> implements AutoCloseable {

  private static final int TURNS_A_ROUND = 8;

  /** Nobody sleeps longer, so that a clock that was set back costs at most this. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

  private static final List<Lane> MOST_PRESSING_FIRST = List.of(Lane.values());

  /**
   * A wish to have something looked at; a later one replaces it.
   *
   * @param number tells apart those that are due at the same time
   */
  private record Entry<K>(K key, Lane lane, Instant due, long number) {}

  private final InstantSource clock;
  private final Function<K, Object> group;
  private final int placesForRetries;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, Entry<K>> wanted = new HashMap<>();
  private final NavigableSet<Entry<K>> later =
      new TreeSet<>(
          Comparator.<Entry<K>, Instant>comparing(Entry::due).thenComparing(Entry::number));
  private final Map<Lane, FairLine<Entry<K>>> now = new EnumMap<>(Lane.class);
  private final Map<K, Lane> underWay = new HashMap<>();
  private long wishes;
  private int turns;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param group whose share something takes
   * @param places how many turns are under way at the most; only half of them for retries
   */
  public WorkQueue(InstantSource clock, Function<K, Object> group, int places) {
    this.clock = clock;
    this.group = group;
    this.placesForRetries = Math.max(1, places / 2);
    MOST_PRESSING_FIRST.forEach(lane -> now.put(lane, new FairLine<>()));
  }

  /** How much there is. */
  public record Numbers(int waiting, int underWay) {}

  /** Wants something looked at as soon as possible. */
  public void add(K key, Lane lane) {
    add(key, lane, clock.instant());
  }

  /** Wants something looked at from then on. An earlier wish stays. */
  public void add(K key, Lane lane, Instant due) {
    lock.lock();
    try {
      var known = wanted.get(key);
      var entry = merged(known, new Entry<>(key, lane, due, wishes++));
      if (entry != known) {
        replace(known, entry);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wants nothing any more. A turn that is under way goes on. */
  public void forget(K key) {
    lock.lock();
    try {
      var known = wanted.remove(key);
      if (known != null) {
        later.remove(known);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next turn, if one is due; to be ended with {@link #done}. */
  public Optional<Turn<K>> poll() {
    lock.lock();
    try {
      return closed ? Optional.empty() : Optional.ofNullable(next());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next turn, to be ended with {@link #done}.
   *
   * @return empty if the queue was closed
   */
  public Optional<Turn<K>> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        var turn = next();
        if (turn != null) {
          return Optional.of(turn);
        }
        long nanos = untilNextDue().toNanos();
        if (nanos > 0) {
          changed.awaitNanos(nanos);
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a turn. */
  public void done(K key) {
    lock.lock();
    try {
      underWay.remove(key);
      var entry = wanted.get(key);
      if (entry != null) {
        line(entry);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** When the next one is due of those that wait for their time; empty if none does. */
  public Optional<Instant> nextDue() {
    lock.lock();
    try {
      return later.isEmpty() ? Optional.empty() : Optional.of(later.first().due());
    } finally {
      lock.unlock();
    }
  }

  /** How much there is now. */
  public Numbers numbers() {
    lock.lock();
    try {
      return new Numbers(wanted.size(), underWay.size());
    } finally {
      lock.unlock();
    }
  }

  /** Gives out no more turns. Those under way go on. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void replace(@Nullable Entry<K> known, Entry<K> entry) {
    wanted.put(entry.key(), entry);
    if (known != null) {
      later.remove(known);
    }
    if (!underWay.containsKey(entry.key())) {
      line(entry);
      changed.signal();
    }
  }

  private Entry<K> merged(@Nullable Entry<K> known, Entry<K> wish) {
    if (known == null) {
      return wish;
    }
    var present = clock.instant();
    if (!known.due().isAfter(present) && !wish.due().isAfter(present)) {
      return wish.lane().compareTo(known.lane()) < 0 ? wish : known;
    }
    return wish.due().isBefore(known.due()) ? wish : known;
  }

  private void line(Entry<K> entry) {
    if (entry.due().isAfter(clock.instant())) {
      later.add(entry);
    } else {
      lineNow(entry);
    }
  }

  private void lineNow(Entry<K> entry) {
    var line = now.get(entry.lane());
    if (line != null) {
      line.add(group.apply(entry.key()), entry);
    }
  }

  private @Nullable Turn<K> next() {
    var present = clock.instant();
    while (!later.isEmpty() && !later.first().due().isAfter(present)) {
      lineNow(later.removeFirst());
    }
    boolean upsideDown = turns % TURNS_A_ROUND == TURNS_A_ROUND - 1;
    for (var lane : upsideDown ? MOST_PRESSING_FIRST.reversed() : MOST_PRESSING_FIRST) {
      var entry = isOpen(lane) ? nextOf(lane) : null;
      if (entry != null) {
        turns++;
        wanted.remove(entry.key());
        underWay.put(entry.key(), lane);
        return new Turn<>(entry.key(), lane, Duration.between(entry.due(), present));
      }
    }
    return null;
  }

  private boolean isOpen(Lane lane) {
    return lane != Lane.RETRY
        || underWay.values().stream().filter(Lane.RETRY::equals).count() < placesForRetries;
  }

  private @Nullable Entry<K> nextOf(Lane lane) {
    var line = now.get(lane);
    var entry = line == null ? null : line.poll();
    while (line != null && entry != null && isOutdated(entry)) {
      entry = line.poll();
    }
    return entry;
  }

  /** A later wish took its place, or it was forgotten, or its key has a turn meanwhile. */
  private boolean isOutdated(Entry<K> entry) {
    return wanted.get(entry.key()) != entry || underWay.containsKey(entry.key());
  }

  private Duration untilNextDue() {
    if (later.isEmpty()) {
      return LONGEST_SLEEP;
    }
    var until = Duration.between(clock.instant(), later.first().due());
    return until.compareTo(LONGEST_SLEEP) < 0 ? until : LONGEST_SLEEP;
  }
}
