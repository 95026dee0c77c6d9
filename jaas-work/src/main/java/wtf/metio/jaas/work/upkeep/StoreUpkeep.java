// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.work.Chores;

/**
 * Looks after a store, on one thread that has time.
 *
 * <p>Whatever has to look at every owner takes a small share of the time only, however many there
 * are.
 */
public final class StoreUpkeep {

  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final Duration PRESENCE = Duration.ofSeconds(30);
  private static final Duration ORPHANS = Duration.ofMinutes(10);
  private static final Duration SOUNDNESS = Duration.ofHours(24);

  /** Other chores wait so long at the most, and the store is read half of the time. */
  private static final Duration READING = Duration.ofSeconds(1);

  /** One part in two hundred of the time. */
  private static final int SHARE = 200;

  /** So long nobody may have described the owner of what is removed. */
  private static final Duration ORPHANED = Duration.ofHours(24);

  private final ArtifactStore store;
  private final Holdings holdings;
  private final UpkeepListener listener;
  private final InstantSource clock;
  private final Chores chores;
  private @Nullable StoreHealth health;
  private final Map<ResourceName, Instant> orphans = new TreeMap<>();
  private Set<ResourceName> lost = Set.of();
  private Iterator<Map.Entry<ResourceName, StoredArchive>> unread = Collections.emptyIterator();

  /** Looks after nothing before it is started. */
  public StoreUpkeep(
      ArtifactStore store, Holdings holdings, UpkeepListener listener, InstantSource clock) {
    this.store = store;
    this.holdings = holdings;
    this.listener = listener;
    this.clock = clock;
    chores = new Chores(clock, listener::broke);
    chores.add("probe", Duration.ZERO, this::probe);
    chores.add("soundness", Duration.ZERO, this::soundness);
    chores.add("presence", PRESENCE, () -> leisurely(PRESENCE, this::presence));
    chores.add("orphans", PRESENCE, () -> leisurely(ORPHANS, this::lookForOrphans));
  }

  /** Begins, on a thread of its own. */
  public void start() {
    chores.start("upkeep");
  }

  /** Ends; whether it did in time. */
  public boolean stop(Duration patience) throws InterruptedException {
    return chores.stop(patience);
  }

  /** Does what is due now, on the calling thread; how many chores that were. */
  public int runDue() {
    return chores.runDue();
  }

  /**
   * Looks by listing whether everything is there that is announced, and has what is not made again.
   * A store that cannot be listed tells nothing.
   */
  public synchronized void presence() {
    var missing = new HashSet<ResourceName>();
    for (var announced : holdings.announced().entrySet()) {
      if (!isThere(announced)) {
        missing.add(announced.getKey());
      } else if (lost.contains(announced.getKey())) {
        holdings.found(announced.getKey());
      }
    }
    // One that cannot be made again, because its snippet is suspended or broken, is told once.
    missing.stream()
        .filter(owner -> !lost.contains(owner))
        .forEach(
            owner -> {
              listener.lost(owner);
              holdings.lost(owner);
            });
    lost = missing;
  }

  private boolean isThere(Map.Entry<ResourceName, StoredArchive> announced) {
    try {
      return store.list(announced.getKey()).stream()
          .anyMatch(stored -> isSame(stored, announced.getValue()));
    } catch (StoreUnavailableException _) {
      return true;
    }
  }

  private static boolean isSame(StoredArchive stored, StoredArchive announced) {
    return stored.revision().equals(announced.revision())
        && stored.digest().equals(announced.digest())
        && stored.size() == announced.size();
  }

  private Duration probe() {
    var before = health;
    var now = store.probe();
    health = now;
    if (!now.equals(before)) {
      listener.health(now);
    }
    if (now instanceof StoreHealth.Well && before instanceof StoreHealth.Ill) {
      holdings.recovered();
      chores.hurry("presence");
    }
    return PROBE;
  }

  /** Reads for a moment and goes on later: to read a whole store may take hours. */
  private Duration soundness() {
    if (!unread.hasNext()) {
      unread = holdings.announced().entrySet().iterator();
    }
    long end = System.nanoTime() + READING.toNanos();
    while (unread.hasNext() && System.nanoTime() < end) {
      examine(unread.next());
    }
    return unread.hasNext() ? READING : SOUNDNESS;
  }

  private void examine(Map.Entry<ResourceName, StoredArchive> announced) {
    if (isDamaged(announced.getKey(), announced.getValue())) {
      listener.damaged(announced.getKey());
      holdings.damaged(announced.getKey());
    }
  }

  private boolean isDamaged(ResourceName owner, StoredArchive archive) {
    try {
      return store.find(owner, archive.revision()).isPresent()
          && !store.isSound(owner, archive.revision());
    } catch (StoreUnavailableException _) {
      return false;
    }
  }

  /** Tells who has archives although nobody describes them, and removes those that are ours. */
  private void lookForOrphans() {
    try {
      var owners = new TreeSet<>(store.owners());
      owners.removeAll(holdings.owners());
      var now = clock.instant();
      boolean others = !owners.equals(orphans.keySet());
      orphans.keySet().retainAll(owners);
      owners.forEach(owner -> orphans.putIfAbsent(owner, now));
      if (others) {
        listener.orphans(Set.copyOf(owners));
      }
      orphans.entrySet().stream()
          .filter(orphan -> !orphan.getValue().plus(ORPHANED).isAfter(now))
          .forEach(orphan -> removeOurs(orphan.getKey()));
    } catch (StoreUnavailableException _) {
      // The probe tells.
    }
  }

  private void removeOurs(ResourceName owner) {
    var ours =
        store.list(owner).stream()
            .map(StoredArchive::revision)
            .filter(revision -> store.isOurs(owner, revision))
            .toList();
    // To look takes a while, and somebody may have described the owner again.
    if (!ours.isEmpty() && !holdings.owners().contains(owner)) {
      ours.forEach(revision -> store.remove(owner, revision));
      listener.removed(owner, ours.size());
    }
  }

  private static Duration leisurely(Duration usual, Runnable chore) {
    long begin = System.nanoTime();
    chore.run();
    var gentle = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(SHARE);
    return gentle.compareTo(usual) > 0 ? gentle : usual;
  }
}
