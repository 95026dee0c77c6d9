// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Where each file begins in a pack, and how long it is.
 *
 * <p>A pack is the contents of all files one after another, then this index, then its place.
 */
final class PackIndex {

  // Names are ASCII, so that the order of strings is that of their bytes.
  private final String[] paths;
  private final long[] offsets;
  private final int[] lengths;

  /** An index; the paths are in order. */
  PackIndex(String[] paths, long[] offsets, int[] lengths) {
    this.paths = paths;
    this.offsets = offsets;
    this.lengths = lengths;
  }

  /** Reads the index of a pack. */
  static PackIndex read(Path pack) throws IOException {
    try (var file = new RandomAccessFile(pack.toFile(), "r")) {
      long end = file.length() - Long.BYTES;
      file.seek(end);
      long begin = file.readLong();
      var index = new byte[Math.toIntExact(end - begin)];
      file.seek(begin);
      file.readFully(index);
      return read(new DataInputStream(new ByteArrayInputStream(index)));
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(paths.length);
    for (int i = 0; i < paths.length; i++) {
      var path = paths[i].getBytes(StandardCharsets.US_ASCII);
      out.writeInt(path.length);
      out.write(path);
      out.writeLong(offsets[i]);
      out.writeInt(lengths[i]);
    }
  }

  /** The number of a file; negative if there is none of this path. */
  int find(String path) {
    return Arrays.binarySearch(paths, path);
  }

  boolean isFolder(String path) {
    var prefix = path + '/';
    int place = -find(prefix) - 1;
    return place < paths.length && paths[place].startsWith(prefix);
  }

  long offset(int file) {
    return offsets[file];
  }

  int length(int file) {
    return lengths[file];
  }

  long bytes() {
    return Arrays.stream(lengths).asLongStream().sum();
  }

  SequencedSet<String> paths() {
    return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(List.of(paths)));
  }

  private static PackIndex read(DataInputStream in) throws IOException {
    int count = in.readInt();
    var paths = new String[count];
    var offsets = new long[count];
    var lengths = new int[count];
    for (int i = 0; i < count; i++) {
      paths[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII);
      offsets[i] = in.readLong();
      lengths[i] = in.readInt();
    }
    return new PackIndex(paths, offsets, lengths);
  }
}
