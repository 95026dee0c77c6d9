// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.IOException;
import java.util.SequencedSet;
import wtf.metio.jaas.domain.publication.SourceTree;
import wtf.metio.jaas.domain.source.FileTree;

/** A tree on disk that somebody uses. */
public final class OpenTree implements SourceTree {

  private final Held held;
  private final PackedTree tree;
  private final PackIndex index;

  private OpenTree(Held held, PackedTree tree, PackIndex index) {
    this.held = held;
    this.tree = tree;
    this.index = index;
  }

  static OpenTree of(Held held, PackedTree tree) {
    try {
      return new OpenTree(held, tree, tree.load());
    } catch (IOException e) {
      held.close();
      throw new CacheUnavailableException(e);
    }
  }

  @Override
  public FileTree files() {
    return tree;
  }

  @Override
  public SequencedSet<String> paths() {
    return index.paths();
  }

  @Override
  public long bytes() {
    return index.bytes();
  }

  @Override
  public void close() {
    held.close();
  }
}
