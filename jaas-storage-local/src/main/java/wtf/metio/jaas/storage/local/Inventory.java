// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.storage.local.Sightings.Known;

/** What there is, as far as it is known and looked up where it is not. */
final class Inventory {

  /** Archives that are read in one piece and kept, because many will ask for them. */
  private static final int SMALL = 64 << 10;

  private static final long MEMORY = 24L << 20;

  /** How often an archive that is replaced under our hands is looked at again. */
  private static final int ATTEMPTS = 5;

  private final OwnerLocks locks;
  private final Failures failures;
  private final Sightings sightings;

  Inventory(StorageRoot root, OwnerLocks locks, Failures failures) {
    this.locks = locks;
    this.failures = failures;
    this.sightings = new Sightings(root.path(), MEMORY);
  }

  /** An archive whose file was seen before and is still the same. */
  Optional<Known> remembered(ResourceName owner, Revision revision) {
    return sightings.current(owner, revision);
  }

  /** What is known of an archive; one that has no digest and cannot be given one is none. */
  Optional<Known> find(ResourceName owner, Shelf shelf, Revision revision) throws IOException {
    var seen = shelf.look(revision);
    if (seen.isEmpty()) {
      sightings.forget(owner, revision);
      return Optional.empty();
    }
    var known = sightings.of(owner, revision, seen.get());
    return known.isPresent() ? known : findAnew(owner, shelf, revision, seen.get());
  }

  private Optional<Known> findAnew(
      ResourceName owner, Shelf shelf, Revision revision, Sighting seen) throws IOException {
    var digest = shelf.digest(revision);
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    var archive =
        new StoredArchive(revision, digest.get(), seen.size(), seen.modified().toInstant());
    var known = new Known(seen, archive, false, null);
    sightings.remember(owner, known);
    return Optional.of(known);
  }

  /** All archives on a shelf. */
  List<StoredArchive> list(ResourceName owner, Shelf shelf) throws IOException {
    var archives = new ArrayList<StoredArchive>();
    for (var revision : shelf.revisions()) {
      find(owner, shelf, revision).map(Known::archive).ifPresent(archives::add);
    }
    return archives;
  }

  /** Reads an archive; empty if its bytes are not those that were recorded. */
  Optional<Known> examine(ResourceName owner, Shelf shelf, Known known) throws IOException {
    var archive = known.archive();
    byte @Nullable [] bytes = null;
    boolean sound;
    if (archive.size() <= SMALL) {
      bytes = shelf.bytes(archive.revision(), SMALL);
      sound = Digest.of(bytes).equals(archive.digest());
    } else {
      sound = shelf.hash(archive.revision()).equals(archive.digest());
    }
    var examined = new Known(known.sighting(), archive, sound, sound ? bytes : null);
    sightings.remember(owner, examined);
    return sound ? Optional.of(examined) : Optional.empty();
  }

  /** Opens an archive whose bytes are known to be sound. */
  Optional<StoredContent> open(ResourceName owner, Shelf shelf, Revision revision)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var known = find(owner, shelf, revision);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      var content = open(shelf, sound(owner, shelf, known.get()));
      if (content.isPresent()) {
        return content;
      }
    }
    throw new IOException("an archive was replaced again and again");
  }

  /** Many may ask at once for an archive that was not looked at yet: one of them looks. */
  private Known sound(ResourceName owner, Shelf shelf, Known known) throws IOException {
    if (known.sound()) {
      return known;
    }
    return locks.holding(
        owner,
        () -> {
          var now = find(owner, shelf, known.archive().revision()).orElse(known);
          return now.sound() ? now : examine(owner, shelf, now).orElseThrow(Inventory::damaged);
        });
  }

  /** Empty if the file is not the one that is known any more. */
  private Optional<StoredContent> open(Shelf shelf, Known known) throws IOException {
    var archive = known.archive();
    if (known.bytes() != null) {
      return Optional.of(new StoredBytes(archive, known.bytes()));
    }
    var file = new StoredFile(archive, shelf.open(archive.revision()), failures);
    if (shelf.look(archive.revision()).filter(known.sighting()::equals).isPresent()) {
      return Optional.of(file);
    }
    file.close();
    return Optional.empty();
  }

  /** Notes an archive that was stored a moment ago. */
  StoredArchive stored(ResourceName owner, Archive archive, Sighting seen) {
    var stored =
        new StoredArchive(
            archive.revision(), archive.digest(), seen.size(), seen.modified().toInstant());
    var bytes = archive.bytes().length <= SMALL ? archive.bytes() : null;
    sightings.remember(owner, new Known(seen, stored, true, bytes));
    return stored;
  }

  void forget(ResourceName owner, Revision revision) {
    sightings.forget(owner, revision);
  }

  private static StoreUnavailableException damaged() {
    return new StoreUnavailableException(
        StoreProblem.BROKEN,
        "the stored archive is damaged",
        new IOException("its bytes do not hash to the digest that was recorded for them"));
  }
}
