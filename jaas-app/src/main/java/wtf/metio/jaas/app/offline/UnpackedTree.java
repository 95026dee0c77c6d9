// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedSet;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.publication.SourceTree;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.MemoryTree;
import wtf.metio.jaas.domain.source.TreePath;

/** The files of an archive, in memory. */
record UnpackedTree(FileSet set, FileTree files) implements SourceTree {

  /**
   * Unpacks an archive as a service does, within the same bounds.
   *
   * @throws IOException with a message for the user if it is none
   */
  static UnpackedTree of(byte[] archive, Subtree wanted, String label) throws IOException {
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
    var paths = new HashMap<TreePath, byte[]>();
    contents.forEach((name, content) -> paths.put(new TreePath(name), content));
    return new UnpackedTree(new FileSet(contents), new MemoryTree(label, paths));
  }

  @Override
  public SequencedSet<String> paths() {
    return set.paths();
  }

  @Override
  public long bytes() {
    return set.bytes();
  }

  @Override
  public void close() {
    // Memory alone.
  }
}
