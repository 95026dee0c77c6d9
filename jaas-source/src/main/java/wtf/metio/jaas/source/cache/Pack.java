// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveProblem;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;

/**
 * A tree in the making: all of its files in one, so that a name of an archive never becomes a name
 * on this machine, and a million of them no more than one entry of a folder.
 */
public final class Pack implements AutoCloseable {

  /** What an index may take in memory is bounded by these, whatever an archive holds. */
  public static final int MOST_FILES = 50_000;

  private static final long MOST_NAMES = 4L << 20;

  private static final int BUFFER = 64 << 10;

  private final DataOutputStream out;
  private final byte[] buffer = new byte[BUFFER];

  // In the order of the archive, and not as objects of their own: there may be very many.
  private final List<String> paths = new ArrayList<>();
  private long[] offsets = new long[16];
  private int[] lengths = new int[16];
  private long written;
  private long names;

  /** Ends the reading of an archive that has too many files. */
  private static final class TooManyFilesException extends IOException {

    private static final long serialVersionUID = 1L;

    TooManyFilesException(String message) {
      super(message);
    }
  }

  /** Begins a tree in a file that does not exist yet. */
  public Pack(Path file) {
    try {
      out =
          new DataOutputStream(
              new BufferedOutputStream(
                  Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER));
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    }
  }

  /**
   * Takes in the files of an archive.
   *
   * @param archive left open
   * @throws CacheUnavailableException if they cannot be kept
   * @throws IOException if the archive cannot be read, for a reason that does not lie in it
   */
  public Unpacked unpack(InputStream archive, Subtree wanted, ArchiveLimits limits)
      throws IOException {
    try {
      return new ArchiveReader(limits).read(archive, wanted, this::add);
    } catch (TooManyFilesException e) {
      return new Unpacked.Refused(ArchiveProblem.TOO_LARGE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Takes in one file.
   *
   * @param path of ASCII characters, not taken in before
   * @throws CacheUnavailableException if it cannot be kept
   * @throws IOException if the content cannot be read, or there are too many files
   */
  public void add(String path, InputStream content) throws IOException {
    names += path.length();
    if (paths.size() == MOST_FILES || names > MOST_NAMES) {
      throw new TooManyFilesException(
          "there are more than "
              + MOST_FILES
              + " files in the archive, or their names are longer than "
              + MOST_NAMES
              + " bytes together");
    }
    long begin = written;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      keep(read);
    }
    place(path, begin);
  }

  private void place(String path, long begin) {
    int file = paths.size();
    if (file == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * file);
      lengths = Arrays.copyOf(lengths, 2 * file);
    }
    paths.add(path);
    offsets[file] = begin;
    lengths[file] = Math.toIntExact(written - begin);
  }

  private void keep(int length) {
    try {
      out.write(buffer, 0, length);
      written += length;
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    }
  }

  /** Completes the tree; without it, the file is none. */
  public void finish() {
    try {
      index().write(out);
      out.writeLong(written);
      out.flush();
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    }
  }

  private PackIndex index() {
    var order = IntStream.range(0, paths.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparing(paths::get));
    return new PackIndex(
        Arrays.stream(order).map(paths::get).toArray(String[]::new),
        Arrays.stream(order).mapToLong(file -> offsets[file]).toArray(),
        Arrays.stream(order).mapToInt(file -> lengths[file]).toArray());
  }
}
