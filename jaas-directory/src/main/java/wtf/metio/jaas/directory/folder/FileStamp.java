// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file without opening it. Equal stamps mean equal content, except
 * for changes within one tick of its clock; see {@link #settled}.
 *
 * @param modified when the content changed, as far as the writer says so
 * @param changed when anything changed; nobody can set it
 * @param key which file it is; null on file systems that do not tell
 */
public record FileStamp(long size, FileTime modified, FileTime changed, @Nullable Object key) {

  /** The coarsest clock of a file system there is. */
  static final Duration TICK = Duration.ofSeconds(2);

  /** Whether every change after this moment will show. */
  public boolean settled(Instant now) {
    var limit = FileTime.from(now.minus(TICK));
    return changed.compareTo(limit) < 0 && modified.compareTo(limit) < 0;
  }
}
