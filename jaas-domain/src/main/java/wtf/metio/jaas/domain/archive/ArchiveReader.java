// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the files of a {@code .tar.gz}, within bounds.
 *
 * <p>Folders, links and devices, and files whose names consumers would drop, are passed over. Files
 * are handed on while they are read, so that no more than a buffer of them is in memory.
 */
public final class ArchiveReader {

  /** Takes the files of an archive, in the order in which they stand in it. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes a file.
     *
     * @param name see {@link EntryName#consumable}, below the wanted folder
     * @param content to be read here, or left
     */
    void take(String name, InputStream content) throws IOException;
  }

  private static final int LONGEST_NAME = 200;

  private final ArchiveLimits limits;

  /** A reader with these bounds; any number of threads may use it at once. */
  public ArchiveReader(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads an archive to its end.
   *
   * @param archive left open
   * @param wanted which files, and what they are called from then on
   * @throws IOException only if the stream cannot be read or the sink cannot take a file
   */
  public Unpacked read(InputStream archive, Subtree wanted, Sink sink) throws IOException {
    try {
      var compressed = new BoundedInput(archive, limits.compressed(), "the archive");
      // Not closed, since that would close the archive; it holds memory alone.
      var stream = new GzipInput(compressed);
      try {
        return new Reading(
                new BoundedInput(stream, limits.stream(), "what the archive unpacks to"),
                wanted,
                sink)
            .all();
      } finally {
        stream.release();
      }
    } catch (RefusedArchiveException refused) {
      return new Unpacked.Refused(refused.problem(), refused.message());
    }
  }

  /** A name as a message may show it: they can be as long as their author likes. */
  private static String quoted(String name) {
    return '"'
        + (name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...")
        + '"';
  }

  /** One archive on its way in. */
  private final class Reading {

    private final InputStream stream;
    private final TarInput tar;
    private final Subtree wanted;
    private final Sink sink;
    private final Set<String> names = new HashSet<>();
    private long bytes;

    Reading(InputStream stream, Subtree wanted, Sink sink) {
      this.stream = stream;
      this.tar = new TarInput(stream);
      this.wanted = wanted;
      this.sink = sink;
    }

    Unpacked all() throws IOException {
      for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        if (entry.get().file()) {
          file(entry.get());
        }
      }
      // What follows the tar must at least be whole: a truncated archive is none.
      stream.transferTo(OutputStream.nullOutputStream());
      return new Unpacked.Complete(names.size(), bytes);
    }

    private void file(TarEntry entry) throws IOException {
      var name = EntryName.consumable(entry.name()).flatMap(wanted::select);
      if (name.isEmpty()) {
        return;
      }
      if (!names.add(name.get())) {
        throw new RefusedArchiveException(
            ArchiveProblem.AMBIGUOUS, "two files in the archive are called " + quoted(name.get()));
      }
      if (entry.size() > limits.file()) {
        throw RefusedArchiveException.tooLarge(
            quoted(name.get()) + " is larger than " + limits.file() + " bytes");
      }
      bytes += entry.size();
      if (bytes > limits.kept()) {
        throw RefusedArchiveException.tooLarge(
            "the files in the archive are larger than " + limits.kept() + " bytes");
      }
      sink.take(name.get(), tar.content());
    }
  }
}
