// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.FencedException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.storage.local.Sightings.Known;

/** Stores one archive. */
final class Deposit {

  /** How often somebody else may come in between. */
  private static final int ATTEMPTS = 5;

  private final StorageRoot root;
  private final Inventory inventory;
  private final ResourceName owner;
  private final Archive archive;
  private final Fence fence;

  Deposit(StorageRoot root, Inventory inventory, ResourceName owner, Archive archive, Fence fence) {
    this.root = root;
    this.inventory = inventory;
    this.owner = owner;
    this.archive = archive;
    this.fence = fence;
  }

  /** Stores it, unless it is there and sound. */
  StoredArchive make() throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        var stored = attempt();
        if (stored.isPresent()) {
          return stored.get();
        }
      } catch (NoSuchFileException _) {
        // Somebody removed the folder meanwhile.
      }
    }
    return attempt()
        .orElseThrow(() -> new IOException("others stored the same archive again and again"));
  }

  private Optional<StoredArchive> attempt() throws IOException {
    try (var shelf = root.make(owner)) {
      var known = inventory.find(owner, shelf, archive.revision());
      if (known.isPresent()) {
        var sound = inventory.examine(owner, shelf, known.get());
        if (sound.isPresent()) {
          return sound.map(Known::archive);
        }
      }
      return place(shelf);
    }
  }

  /** Empty if somebody else stored the same revision at the same moment. */
  private Optional<StoredArchive> place(Shelf shelf) throws IOException {
    var before = shelf.look(archive.revision());
    var temporary = FileNames.temporary(archive.revision().fileName());
    try {
      shelf.folder().create(temporary, archive.bytes(), true);
      var written = shelf.folder().look(temporary).map(Sighting::of);
      if (!fence.open()) {
        throw new FencedException();
      }
      if (written.isEmpty() || !shelf.look(archive.revision()).equals(before)) {
        return Optional.empty();
      }
      // The record first: what can be seen has one.
      shelf.record(archive.revision(), archive.digest(), root.installation());
      shelf.folder().rename(temporary, archive.revision().fileName());
      shelf.folder().sync();
      return shelf.holds(archive, written.get())
          ? Optional.of(inventory.stored(owner, archive, written.get()))
          : Optional.empty();
    } finally {
      shelf.folder().delete(temporary);
    }
  }
}
