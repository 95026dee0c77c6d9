// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Removes from one folder what interrupted writes left there. */
final class Sweep {

  private final FileTime limit;
  private int count;

  /**
   * A sweep of everything that was written last at this moment or before.
   *
   * @param limit by the clock of the file system
   */
  Sweep(FileTime limit) {
    this.limit = limit;
  }

  /** How many leftovers are gone. */
  int count() {
    return count;
  }

  void root(Folder root) throws IOException {
    for (var name : root.names()) {
      if (FileNames.isTemporaryAtRoot(name)) {
        remove(root, name);
      }
    }
  }

  /** Removes temporary files, and records whose archive is gone. */
  Optional<Integer> shelf(Shelf owned) throws IOException {
    var shelf = owned.folder();
    for (var name : shelf.names()) {
      var recorded = FileNames.ofRecord(name);
      if (FileNames.isTemporary(name)
          || (recorded.isPresent() && shelf.look(recorded.get().fileName()).isEmpty())) {
        remove(shelf, name);
      }
    }
    return Optional.of(count);
  }

  private void remove(Folder folder, String name) throws IOException {
    var there = folder.look(name).filter(this::isOld);
    if (there.isEmpty()) {
      return;
    }
    boolean removed =
        there.get().isDirectory()
            ? folder.deleteFolder(name)
            : there.get().isRegularFile() && folder.delete(name);
    count += removed ? 1 : 0;
  }

  private boolean isOld(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().compareTo(limit) <= 0;
  }
}
