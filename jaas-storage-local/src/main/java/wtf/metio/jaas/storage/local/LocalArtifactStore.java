// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.storage.local.Sightings.Known;

/**
 * Archives in a folder.
 *
 * <p>Nothing outside of the folder is read or written, whoever puts links into it and whenever. An
 * archive is written under another name, forced to disk and renamed; the name is forced to disk
 * before {@link #put} returns. The first time that an archive is opened after the start, or after
 * its file changed, its bytes are compared with their digest; one that is damaged is not opened.
 *
 * <p>A folder that is removed while this runs is made again and is empty then; one whose
 * surroundings are gone, such as a volume that is not mounted, is {@link StoreProblem#MISSING}
 * until they are back.
 *
 * <p>Several processes may use one folder. They do not lock each other out: what one wrote, another
 * finds and keeps. If two of them store one revision at the same moment, and pack it into different
 * bytes, which takes different runtimes, both look again at what became of it, and one of the two
 * archives stays.
 */
public final class LocalArtifactStore implements ArtifactStore {

  private static final int PROBE_BYTES = 4096;

  private final StorageRoot root;
  private final InstantSource clock;
  private final Failures failures;
  private final OwnerLocks locks = new OwnerLocks();
  private final Inventory inventory;
  private volatile boolean closed;

  private LocalArtifactStore(StorageRoot root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
    this.failures = new Failures(root.path());
    this.inventory = new Inventory(root, locks, failures);
  }

  /**
   * The store in a folder, which is made if it is not there.
   *
   * @param clock that goes like the one of the file system
   * @throws StoreUnavailableException if there is no such folder and none can be made
   */
  public static LocalArtifactStore at(Path folder, InstantSource clock) {
    return at(folder, clock, "");
  }

  /**
   * The store in a folder, which is made if it is not there.
   *
   * @param clock that goes like the one of the file system
   * @param installation a word that is written beside each archive; empty for none
   * @throws StoreUnavailableException if there is no such folder and none can be made
   */
  public static LocalArtifactStore at(Path folder, InstantSource clock, String installation) {
    try {
      return new LocalArtifactStore(StorageRoot.at(folder, installation), clock);
    } catch (IOException e) {
      throw new Failures(folder).of(e);
    }
  }

  @Override
  public StoredArchive put(ResourceName owner, Archive archive, Fence fence) {
    var deposit = new Deposit(root, inventory, owner, archive, fence);
    return attempt(() -> locks.holding(owner, deposit::make));
  }

  @Override
  public Optional<StoredArchive> find(ResourceName owner, Revision revision) {
    return attempt(
        () -> {
          var known = inventory.remembered(owner, revision);
          return (known.isPresent()
                  ? known
                  : onShelf(owner, shelf -> inventory.find(owner, shelf, revision)))
              .map(Known::archive);
        });
  }

  @Override
  public Optional<StoredContent> open(ResourceName owner, Revision revision) {
    return attempt(
        () -> {
          var known = inventory.remembered(owner, revision);
          if (known.isPresent() && known.get().bytes() != null) {
            return Optional.of(new StoredBytes(known.get().archive(), known.get().bytes()));
          }
          return onShelf(owner, shelf -> inventory.open(owner, shelf, revision));
        });
  }

  @Override
  public boolean isSound(ResourceName owner, Revision revision) {
    return attempt(
        () -> {
          var sound =
              onShelf(
                  owner,
                  shelf -> {
                    var known = inventory.find(owner, shelf, revision);
                    return known.isPresent() ? inventory.examine(owner, shelf, known.get()) : known;
                  });
          return sound.isPresent();
        });
  }

  @Override
  public boolean isOurs(ResourceName owner, Revision revision) {
    return attempt(() -> onShelf(owner, shelf -> shelf.installation(revision)))
        .filter(name -> name.equals(root.installation()))
        .isPresent();
  }

  @Override
  public List<StoredArchive> list(ResourceName owner) {
    return attempt(
        () -> onShelf(owner, shelf -> Optional.of(inventory.list(owner, shelf))).orElse(List.of()));
  }

  @Override
  public List<ResourceName> owners() {
    return attempt(
        () -> {
          var owners = new ArrayList<ResourceName>();
          for (var owner : root.owners()) {
            if (onShelf(owner, shelf -> shelf.revisions().stream().findAny()).isPresent()) {
              owners.add(owner);
            }
          }
          return owners;
        });
  }

  @Override
  public void remove(ResourceName owner, Revision revision) {
    attempt(
        () ->
            locks.holding(
                owner, () -> onShelf(owner, shelf -> removed(owner, shelf, List.of(revision)))));
  }

  @Override
  public void removeAll(ResourceName owner) {
    attempt(
        () ->
            locks.holding(
                owner,
                () -> {
                  var removed = onShelf(owner, shelf -> removed(owner, shelf, shelf.revisions()));
                  root.tidy(owner);
                  return removed;
                }));
  }

  private Optional<List<Revision>> removed(
      ResourceName owner, Shelf shelf, List<Revision> revisions) throws IOException {
    for (var revision : revisions) {
      inventory.forget(owner, revision);
      shelf.remove(revision);
    }
    return Optional.of(revisions);
  }

  /** {@inheritDoc} Those of the reference are among them, and folders that are left empty go. */
  @Override
  public int sweep(Duration age) {
    var sweep = new Sweep(FileTime.from(clock.instant().minus(age)));
    return attempt(
        () -> {
          try (var folder = root.open()) {
            sweep.root(folder);
          }
          for (var owner : root.owners()) {
            locks.holding(owner, () -> onShelf(owner, sweep::shelf));
          }
          return sweep.count();
        });
  }

  @Override
  public StoreHealth probe() {
    var name = FileNames.temporaryAtRoot();
    try {
      return attempt(
          () -> {
            try (var folder = root.open()) {
              try {
                folder.create(name, new byte[PROBE_BYTES], true);
              } finally {
                folder.delete(name);
              }
              return new StoreHealth.Well();
            }
          });
    } catch (StoreUnavailableException e) {
      return new StoreHealth.Ill(e.problem(), e.text());
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private <T> T attempt(IoWork<T> work) {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    try {
      return work.run();
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /** Something to do with the archives of an owner. */
  @FunctionalInterface
  private interface ShelfWork<T> {

    Optional<T> with(Shelf shelf) throws IOException;
  }

  /** What came of some work; empty if the owner has no archives, or none any more. */
  private <T> Optional<T> onShelf(ResourceName owner, ShelfWork<T> work) throws IOException {
    var found = root.find(owner);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (var shelf = found.get()) {
      return work.with(shelf);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
