// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file without opening it, links followed.
 *
 * <p>The time of the last change cannot be set by anybody, other than that of the last
 * modification: whoever writes, renames or links a file, or gives it an old date, moves it. Equal
 * stamps therefore mean equal content, except for changes within one tick of the clock behind them;
 * see {@link #settled}.
 *
 * @param device the file system
 * @param key the file in it, as in {@link java.nio.file.attribute.BasicFileAttributes#fileKey}
 * @param changed when content, name or attributes changed last
 */
record Stamp(Object device, Object key, Object size, FileTime modified, FileTime changed) {

  /**
   * The coarsest clock of a file system there is ticks every two seconds; most tick every few
   * milliseconds.
   */
  private static final Duration TICK = Duration.ofSeconds(2);

  private static final String ATTRIBUTES = "unix:dev,fileKey,size,lastModifiedTime,ctime";

  /** The stamp of what is there now; null if there is nothing, or on a machine without stamps. */
  static @Nullable Stamp of(Path file) {
    try {
      return of(Files.readAttributes(file, ATTRIBUTES));
    } catch (IOException | UnsupportedOperationException _) {
      return null;
    }
  }

  private static Stamp of(Map<String, Object> attributes) {
    return new Stamp(
        value(attributes, "dev"),
        value(attributes, "fileKey"),
        value(attributes, "size"),
        (FileTime) value(attributes, "lastModifiedTime"),
        (FileTime) value(attributes, "ctime"));
  }

  private static Object value(Map<String, Object> attributes, String name) {
    var value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("asked for " + ATTRIBUTES + ", got no " + name);
    }
    return value;
  }

  /**
   * Whether every later change shows, because the last one is longer ago than a tick. A time in the
   * future tells nothing about later changes.
   */
  boolean settled(Instant now) {
    var limit = FileTime.from(now.minus(TICK));
    return changed.compareTo(limit) < 0 && modified.compareTo(limit) < 0;
  }
}
