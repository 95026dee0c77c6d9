// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.ProvenRead;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * A tree in a pack. Its name stands for its content, so that trees of one name answer the same for
 * ever.
 *
 * <p>Caches remember trees long after they were in use. The index, which can be large, is therefore
 * kept by those who use the tree, and read again for others as long as the pack is there. When it
 * is not, nothing is found any more.
 */
final class PackedTree implements FileTree {

  private static final FileRead GONE = new FileRead.Refused("it cannot be read");

  private final String name;
  private final Path pack;
  private volatile WeakReference<PackIndex> known = new WeakReference<>(null);

  PackedTree(String name, Path pack) {
    this.name = name;
    this.pack = pack;
  }

  /** The index, for somebody who uses the tree. */
  PackIndex load() throws IOException {
    var index = known.get();
    if (index == null) {
      index = PackIndex.read(pack);
      known = new WeakReference<>(index);
    }
    return index;
  }

  @Override
  public String label(TreePath path) {
    return path.text();
  }

  @Override
  public boolean holds(TreePath path) {
    var index = index();
    return index != null && index.find(path.text()) >= 0;
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    var index = index();
    if (index == null) {
      return GONE;
    }
    int file = index.find(path.text());
    if (file < 0) {
      return index.isFolder(path.text()) ? new FileRead.Folder() : new FileRead.Absent();
    }
    return index.length(file) > maxBytes
        ? new FileRead.Refused("the file has more than " + maxBytes + " bytes")
        : content(index.offset(file), index.length(file));
  }

  /** Everything that is answered is true for ever, except that the disk yields nothing. */
  @Override
  public ProvenRead readWithProof(TreePath path, long maxBytes) {
    var answer = read(path, maxBytes);
    return new ProvenRead(answer, answer.equals(GONE) ? FileProof.NEVER : FileProof.ALWAYS);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PackedTree tree && name.equals(tree.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  // Not through a channel: those are closed for all when one reader is interrupted.
  private FileRead content(long offset, int length) {
    try (var file = new RandomAccessFile(pack.toFile(), "r")) {
      var content = new byte[length];
      file.seek(offset);
      file.readFully(content);
      return new FileRead.Content(content);
    } catch (IOException _) {
      return GONE;
    }
  }

  private @Nullable PackIndex index() {
    try {
      return load();
    } catch (IOException _) {
      return null;
    }
  }
}
