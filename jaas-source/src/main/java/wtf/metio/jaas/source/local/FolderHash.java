// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.notation.Sha256;
import wtf.metio.jaas.domain.source.FileRead;

/** The revision of files that are read one after another, within the bounds of an archive. */
final class FolderHash {

  static final long LARGEST_FILE = ArchiveLimits.DEFAULTS.file();

  private static final long LARGEST = ArchiveLimits.DEFAULTS.kept();

  private final MessageDigest hash = Sha256.begin();
  private long bytes;

  /**
   * Adds the next file, in order. One that is not there any more, or leads out of the folder, is no
   * file of it.
   *
   * @return why there can be no revision
   */
  Optional<String> add(String name, FileRead read) {
    if (read instanceof FileRead.Content(var content)) {
      bytes += content.length;
      hash.update(name.getBytes(StandardCharsets.UTF_8));
      hash.update((byte) 0);
      hash.update(content);
      hash.update((byte) 0);
    }
    if (bytes > LARGEST) {
      return Optional.of("its files are larger than " + LARGEST + " bytes");
    }
    return read instanceof FileRead.Refused(var reason)
        ? Optional.of("\"" + name + "\": " + reason)
        : Optional.empty();
  }

  /** The revision; not to be used after. */
  String end() {
    return "files@" + Digest.of(hash);
  }
}
