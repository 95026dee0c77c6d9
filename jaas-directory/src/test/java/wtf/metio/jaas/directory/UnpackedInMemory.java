// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.TreeMap;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.publication.MemorySource;
import wtf.metio.jaas.domain.publication.SourceTree;
import wtf.metio.jaas.domain.source.FileSet;

/** The files of a stored archive, for tests whose archives are small. */
final class UnpackedInMemory {

  private UnpackedInMemory() {}

  static SourceTree of(StoredContent content, Subtree part) {
    var bytes = new ByteArrayOutputStream();
    var files = new TreeMap<String, byte[]>();
    try {
      content.copy(0, content.archive().size(), Channels.newChannel(bytes));
      var outcome =
          new ArchiveReader(ArchiveLimits.DEFAULTS)
              .read(
                  new ByteArrayInputStream(bytes.toByteArray()),
                  part,
                  (name, file) -> files.put(name, file.readAllBytes()));
      if (outcome instanceof Unpacked.Refused(_, var message)) {
        throw new AssertionError(message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return MemorySource.of("", new FileSet(files));
  }
}
