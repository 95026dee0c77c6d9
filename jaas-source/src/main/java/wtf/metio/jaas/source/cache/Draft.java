// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that is being written for the shelf; removed when it is closed without being put there.
 */
public final class Draft implements AutoCloseable {

  private final Shelf shelf;
  private final Path file;
  private boolean put;

  Draft(Shelf shelf, Path file) {
    this.shelf = shelf;
    this.file = file;
  }

  /** Where to write; nothing is there yet. */
  public Path file() {
    return file;
  }

  /**
   * Puts the finished file on the shelf and takes it. If there is one of this name already, that
   * one is taken instead.
   *
   * @throws CacheUnavailableException if the file is not there
   */
  public Held put(String name) {
    var held = shelf.put(name, file);
    put = true;
    return held;
  }

  @Override
  public void close() {
    if (!put) {
      Shelf.remove(List.of(file));
    }
  }
}
