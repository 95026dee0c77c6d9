// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.util.HashMap;
import java.util.SequencedSet;
import wtf.metio.jaas.domain.publication.SourceTree;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.MemoryTree;
import wtf.metio.jaas.domain.source.TreePath;

/** Files that were unpacked into memory. */
public final class MemorySource implements SourceTree {

  private final FileSet set;
  private final FileTree files;

  /** These files. */
  public MemorySource(String label, FileSet set) {
    this.set = set;
    var byPath = new HashMap<TreePath, byte[]>();
    for (var file : set.entries()) {
      byPath.put(new TreePath(file.getKey()), file.getValue());
    }
    this.files = new MemoryTree(label, byPath);
  }

  @Override
  public FileTree files() {
    return files;
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
