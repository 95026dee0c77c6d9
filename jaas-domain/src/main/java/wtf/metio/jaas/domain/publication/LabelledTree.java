// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.ProvenRead;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * A tree that is called in messages what its user calls it, not what it is called where it lies.
 */
record LabelledTree(String label, FileTree tree) implements FileTree {

  @Override
  public String label(TreePath path) {
    return label + '/' + path;
  }

  @Override
  public boolean holds(TreePath path) {
    return tree.holds(path);
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    return tree.read(path, maxBytes);
  }

  @Override
  public ProvenRead readWithProof(TreePath path, long maxBytes) {
    return tree.readWithProof(path, maxBytes);
  }
}
