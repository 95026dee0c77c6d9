// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ContentCheck;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.notation.Sha256;

/** The archives of one owner, in a folder that is open. */
final class Shelf implements AutoCloseable {

  private static final int PIECE = 64 << 10;

  private final Folder folder;

  Shelf(Folder folder) {
    this.folder = folder;
  }

  /** The revisions that have an archive here, in no order. */
  List<Revision> revisions() throws IOException {
    return folder.names().stream().map(FileNames::ofArchive).flatMap(Optional::stream).toList();
  }

  /** What lies in the place of an archive; empty also if that is no file. */
  Optional<Sighting> look(Revision revision) throws IOException {
    return folder
        .look(revision.fileName())
        .filter(BasicFileAttributes::isRegularFile)
        .map(Sighting::of);
  }

  /** Opens an archive that is there. */
  FileChannel open(Revision revision) throws IOException {
    return folder.read(revision.fileName());
  }

  /**
   * The digest that was recorded for an archive. If there is none, that of its bytes is recorded
   * now, provided that its content is that of the revision.
   */
  Optional<Digest> digest(Revision revision) throws IOException {
    var recorded = recorded(revision);
    return recorded.isPresent() ? recorded : adopt(revision);
  }

  /** All bytes of a small archive, and no more than a limit. */
  byte[] bytes(Revision revision, int limit) throws IOException {
    try (var file = open(revision)) {
      return read(file, limit);
    }
  }

  /** Whether an archive and its record are these, and not what another process wrote. */
  boolean holds(Archive archive, Sighting written) throws IOException {
    var revision = archive.revision();
    return look(revision).filter(written::equals).isPresent()
        && recorded(revision).filter(archive.digest()::equals).isPresent();
  }

  /** The digest of the bytes that are there. */
  Digest hash(Revision revision) throws IOException {
    try (var file = open(revision)) {
      return hash(file);
    }
  }

  /** The digest of a whole file. */
  static Digest hash(FileChannel file) throws IOException {
    var digest = Sha256.begin();
    var piece = ByteBuffer.allocate((int) Math.min(PIECE, file.size() + 1));
    for (long at = 0; file.read(piece, at) >= 0; at += piece.position(), piece.clear()) {
      digest.update(piece.array(), 0, piece.position());
    }
    return Digest.of(digest);
  }

  /**
   * Says from now on what the bytes of an archive hash to.
   *
   * @param installation who stored them; empty if nobody knows
   */
  void record(Revision revision, Digest digest, String installation) throws IOException {
    var temporary = FileNames.temporary(FileNames.record(revision));
    try {
      folder.create(temporary, DigestRecord.write(revision, digest, installation), false);
      folder.rename(temporary, FileNames.record(revision));
    } finally {
      folder.delete(temporary);
    }
  }

  /** Removes an archive with its record. */
  void remove(Revision revision) throws IOException {
    folder.delete(revision.fileName());
    folder.delete(FileNames.record(revision));
  }

  Folder folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  /** Who stored an archive, as far as it is written beside it. */
  Optional<String> installation(Revision revision) throws IOException {
    return record(revision).flatMap(bytes -> DigestRecord.installation(revision, bytes));
  }

  private Optional<Digest> recorded(Revision revision) throws IOException {
    return record(revision).flatMap(bytes -> DigestRecord.read(revision, bytes));
  }

  private Optional<byte[]> record(Revision revision) throws IOException {
    var name = FileNames.record(revision);
    var there = folder.look(name).filter(BasicFileAttributes::isRegularFile);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    try (var file = folder.read(name)) {
      // A record that somebody made longer is none: it does not end where it should.
      return Optional.of(read(file, DigestRecord.LONGEST));
    }
  }

  private static byte[] read(FileChannel file, int limit) throws IOException {
    var content = ByteBuffer.allocate((int) Math.min(limit, file.size()));
    while (content.hasRemaining() && file.read(content) >= 0) {
      // A file that shrinks meanwhile is read as far as it goes.
    }
    return content.hasRemaining()
        ? Arrays.copyOf(content.array(), content.position())
        : content.array();
  }

  private Optional<Digest> adopt(Revision revision) throws IOException {
    try (var file = open(revision)) {
      var digest = hash(file);
      var stream = new BufferedInputStream(Channels.newInputStream(file), PIECE);
      if (!ContentCheck.holds(stream, revision)) {
        return Optional.empty();
      }
      note(revision, digest);
      return Optional.of(digest);
    }
  }

  /** Saves others the work, if that is possible. */
  private void note(Revision revision, Digest digest) {
    try {
      record(revision, digest, "");
    } catch (IOException _) {
      // A folder that cannot be written to can be read all the same.
    }
  }
}
