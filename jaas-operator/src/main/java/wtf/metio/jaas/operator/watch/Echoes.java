// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.Versions;

/**
 * What watches tell of objects while they are being written. A watch is often faster than the
 * answer to a write, so whether its word is the echo of that write is known at the end only. For
 * one thread at a time.
 */
final class Echoes {

  /** What is newer than any version: the object is gone. */
  private static final String GONE = "";

  private final Map<ResourceName, Write> underWay = new HashMap<>();

  /** The versions that were told and written last; null for none. */
  private static final class Write {
    private @Nullable String heard;
    private @Nullable String written;
  }

  void begin(ResourceName name) {
    underWay.put(name, new Write());
  }

  /**
   * A watch told something.
   *
   * @param version null if the object is gone
   * @return whether it may be an echo, so that the end is to be waited for
   */
  boolean heard(ResourceName name, @Nullable String version) {
    var write = underWay.get(name);
    if (write != null) {
      write.heard = version == null ? GONE : version;
    }
    return write != null;
  }

  /** A write was answered. */
  void written(ResourceName name, String version) {
    var write = underWay.get(name);
    if (write != null) {
      write.written = version;
    }
  }

  /** Whether a watch told something that was no echo. */
  boolean end(ResourceName name) {
    var write = underWay.remove(name);
    return write != null && write.heard != null && !isEcho(write.heard, write.written);
  }

  /** Whoever writes has read what was there before. */
  private static boolean isEcho(String heard, @Nullable String written) {
    return written != null && !heard.equals(GONE) && Versions.compare(heard, written) <= 0;
  }
}
