// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file without opening it. Equal sightings are of one file that
 * nobody wrote to in between.
 *
 * @param key which file it is, in which file system
 */
record Sighting(@Nullable Object key, long size, FileTime modified) {

  static Sighting of(BasicFileAttributes attributes) {
    return new Sighting(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
  }

  /** Whether this is still what lies there. Costs a single call of the operating system. */
  boolean isCurrent(Path file) {
    try {
      var now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return key != null && now.isRegularFile() && equals(of(now));
    } catch (IOException _) {
      return false;
    }
  }
}
