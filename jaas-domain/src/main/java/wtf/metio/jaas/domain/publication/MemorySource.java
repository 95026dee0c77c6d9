// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.HashMap;
import java.util.SequencedSet;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.MemoryTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * Files in memory, such as those that stand in a description. Names that no import could reach stay
 * outside of the tree, but are published with the others if the source itself is.
 */
public record MemorySource(FileSet set, FileTree files) implements SourceTree {

  /**
   * A source of these files.
   *
   * @param label stands before their names in messages; empty for none
   */
  public static MemorySource of(String label, FileSet set) {
    var reachable = new HashMap<TreePath, byte[]>();
    for (var file : set.entries()) {
      TreePath.of(file.getKey()).ifPresent(path -> reachable.put(path, file.getValue()));
    }
    return new MemorySource(set, new MemoryTree(label, reachable));
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
