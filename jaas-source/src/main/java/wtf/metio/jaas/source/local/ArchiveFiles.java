// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.source.StoredFiles;
import wtf.metio.jaas.source.local.LocalSources.Look;

/** Archives among the files of a folder. */
final class ArchiveFiles {

  private static final long LARGEST = ArchiveLimits.DEFAULTS.compressed();

  private final FileTree files;
  private final Map<TreePath, Seen> seen = new ConcurrentHashMap<>();

  /** The digest of an archive, and whether it still is. */
  private record Seen(Digest digest, FileProof proof) {}

  ArchiveFiles(FileTree files) {
    this.files = files;
  }

  /**
   * Looks at a place.
   *
   * @param expected the digest that the archive must have, as it is written; empty for any
   */
  Look look(TreePath path, String expected, Subtree part) {
    var known = seen.get(path);
    if (known != null && known.proof().holds()) {
      return found(path, known.digest(), expected, part);
    }
    if (!files.holds(path)) {
      seen.remove(path);
      return new Look.NoFile();
    }
    return read(path, expected, part);
  }

  // One at a time: an archive is in memory as a whole while it is hashed.
  private synchronized Look read(TreePath path, String expected, Subtree part) {
    var read = files.readWithProof(path, LARGEST);
    return switch (read.answer()) {
      case FileRead.Content(var bytes) -> {
        var now = new Seen(Digest.of(bytes), read.proof());
        seen.put(path, now);
        yield found(path, now.digest(), expected, part);
      }
      case FileRead.Absent(), FileRead.Folder() -> new Look.NoFile();
      case FileRead.Refused(var reason) -> new Look.Problem(reason, Retry.SLOWLY);
    };
  }

  private Look found(TreePath path, Digest digest, String expected, Subtree part) {
    if (!expected.isEmpty() && !expected.toLowerCase(Locale.ROOT).equals(digest.text())) {
      return new Look.Problem(
          "its digest is " + digest + ", which is not the one that is written", Retry.SLOWLY);
    }
    var label = "source " + path;
    return new Look.Found(new StoredFiles(label, digest, part, () -> open(path, digest)));
  }

  private ByteArrayInputStream open(TreePath path, Digest digest) throws IOException {
    if (files.read(path, LARGEST) instanceof FileRead.Content(var bytes)
        && Digest.of(bytes).equals(digest)) {
      return new ByteArrayInputStream(bytes);
    }
    throw new IOException("the archive is another one now");
  }
}
