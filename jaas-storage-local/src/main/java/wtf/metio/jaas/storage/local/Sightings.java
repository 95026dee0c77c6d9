// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * What was found out about archives, for as long as their files stay the same.
 *
 * <p>Somebody else may change the folder at any time, so each answer is compared with the file
 * first. A folder on the way that became a link changes nothing: what is remembered is of that one
 * file, wherever it was found. The bytes of small archives are kept with the rest.
 */
final class Sightings {

  /**
   * What is known of an archive.
   *
   * @param sound whether its bytes were seen to hash to its digest
   * @param bytes all of them, of one that is small and sound; null otherwise
   */
  record Known(Sighting sighting, StoredArchive archive, boolean sound, byte @Nullable [] bytes) {

    private long weight() {
      return ENTRY_BYTES + (bytes == null ? 0 : bytes.length);
    }
  }

  private record Key(ResourceName owner, Revision revision) {}

  /** Roughly what an entry takes. */
  private static final int ENTRY_BYTES = 512;

  private final Path root;
  private final long limit;

  /** Guards what follows; nothing is called under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final LinkedHashMap<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * Nothing yet.
   *
   * @param limit of the memory that is taken, in bytes
   */
  Sightings(Path root, long limit) {
    this.root = root;
    this.limit = limit;
  }

  /** What is known of an archive that has not changed since. */
  Optional<Known> current(ResourceName owner, Revision revision) {
    var found = get(new Key(owner, revision));
    return found != null && found.sighting().isCurrent(root.resolve(revision.path(owner)))
        ? Optional.of(found)
        : Optional.empty();
  }

  /** What is known of an archive that looks like this now. */
  Optional<Known> of(ResourceName owner, Revision revision, Sighting now) {
    return Optional.ofNullable(get(new Key(owner, revision)))
        .filter(found -> found.sighting().equals(now));
  }

  void remember(ResourceName owner, Known found) {
    lock.lock();
    try {
      var key = new Key(owner, found.archive().revision());
      weight += found.weight() - weightOf(known.put(key, found));
      var eldest = known.entrySet().iterator();
      while (weight > limit && eldest.hasNext()) {
        weight -= weightOf(eldest.next().getValue());
        eldest.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  void forget(ResourceName owner, Revision revision) {
    lock.lock();
    try {
      weight -= weightOf(known.remove(new Key(owner, revision)));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Known get(Key key) {
    lock.lock();
    try {
      return known.get(key);
    } finally {
      lock.unlock();
    }
  }

  private static long weightOf(@Nullable Known found) {
    return found == null ? 0 : found.weight();
  }
}
