// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which file systems answer with stamps that are true.
 *
 * <p>One that is mounted over a network, or served by another process, may answer from a memory of
 * some seconds, and somebody else may change its files meanwhile. Only those are trusted that are
 * known to live in this machine's kernel.
 */
final class StampedFileSystems {

  private static final Set<String> TRUSTED =
      Set.of(
          "ext2",
          "ext3",
          "ext4",
          "xfs",
          "btrfs",
          "bcachefs",
          "f2fs",
          "zfs",
          "tmpfs",
          "ramfs",
          "overlay",
          "squashfs",
          "erofs",
          "iso9660");

  /** Finding out takes as long as reading a file; another file system may get the number later. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Verdict(boolean trusted, Instant until) {}

  private final Map<Object, Verdict> verdicts = new ConcurrentHashMap<>();

  /** Whether the stamp of this file is to be trusted. */
  boolean trust(Path file, Stamp stamp, Instant now) {
    var known = verdicts.get(stamp.device());
    if (known == null || !now.isBefore(known.until())) {
      known = new Verdict(trusted(file), now.plus(KEPT));
      verdicts.put(stamp.device(), known);
    }
    return known.trusted();
  }

  private static boolean trusted(Path file) {
    try {
      return TRUSTED.contains(Files.getFileStore(file).type());
    } catch (IOException _) {
      return false;
    }
  }
}
