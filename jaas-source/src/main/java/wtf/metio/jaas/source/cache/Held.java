// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A file that somebody uses: it stays until it is closed, and does not change. */
public final class Held implements AutoCloseable {

  private final Shelf shelf;
  private final Item item;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** To be called under the lock of the shelf. */
  Held(Shelf shelf, Item item) {
    this.shelf = shelf;
    this.item = item;
    item.hold();
  }

  /** Where it is. */
  public Path file() {
    return item.file();
  }

  /** Holds it once more. */
  public Held again() {
    synchronized (shelf) {
      return new Held(shelf, item);
    }
  }

  /**
   * The tree in it, which holds the file from now on in the place of this.
   *
   * @throws CacheUnavailableException if the file cannot be read; it is held no longer then
   */
  public OpenTree tree() {
    return OpenTree.of(this, item.tree());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      shelf.release(item);
    }
  }
}
