// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/**
 * What was read from labels, so that a listing, which does not show them, need not ask for each.
 *
 * <p>Any number of threads may use it.
 */
final class KnownArchives {

  /** Some hundred bytes each. */
  private static final int MOST = 50_000;

  private record Known(String tag, StoredArchive archive) {}

  private final Map<String, Known> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  /** What is known of the object, if it is still that of this tag and size. */
  synchronized Optional<StoredArchive> find(String key, String tag, long size) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> entry.tag().equals(tag) && entry.archive().size() == size)
        .map(Known::archive);
  }

  synchronized StoredArchive remember(String key, String tag, StoredArchive archive) {
    entries.put(key, new Known(tag, archive));
    return archive;
  }

  synchronized void forget(String key) {
    entries.remove(key);
  }
}
