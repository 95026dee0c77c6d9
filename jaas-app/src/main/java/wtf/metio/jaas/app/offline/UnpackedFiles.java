// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.source.FileSet;

/** The files of an archive, in memory. */
final class UnpackedFiles {

  private UnpackedFiles() {}

  /**
   * Unpacks an archive as a service does, within the same bounds.
   *
   * @throws IOException with a message for the user if it is none
   */
  static FileSet of(byte[] archive, Subtree wanted, String label) throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    var unpacked =
        new ArchiveReader(ArchiveLimits.DEFAULTS)
            .read(
                new ByteArrayInputStream(archive),
                wanted,
                (name, content) -> contents.put(name, content.readAllBytes()));
    if (unpacked instanceof Unpacked.Refused(_, var message)) {
      throw new IOException(label + ": " + message);
    }
    return new FileSet(contents);
  }
}
