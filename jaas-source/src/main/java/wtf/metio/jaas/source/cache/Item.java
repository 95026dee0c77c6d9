// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.lang.ref.WeakReference;
import java.nio.file.Path;

/** A file on the shelf. Who holds it is guarded by the shelf. */
final class Item {

  private final String name;
  private final Path file;
  private final long bytes;
  private int holders;
  private WeakReference<PackedTree> tree = new WeakReference<>(null);

  Item(String name, Path file, long bytes) {
    this.name = name;
    this.file = file;
    this.bytes = bytes;
  }

  Path file() {
    return file;
  }

  long bytes() {
    return bytes;
  }

  boolean isHeld() {
    return holders > 0;
  }

  void hold() {
    holders++;
  }

  void give() {
    holders--;
  }

  /** The tree in this file, the same for all who use it at a time. */
  synchronized PackedTree tree() {
    var known = tree.get();
    if (known != null) {
      return known;
    }
    var fresh = new PackedTree(name, file);
    tree = new WeakReference<>(fresh);
    return fresh;
  }
}
