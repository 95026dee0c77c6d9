// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A tree whose files are held in memory; it never changes. */
public final class MemoryTree implements FileTree {

  private final String name;
  private final Map<String, byte[]> files;

  /**
   * A tree of these files.
   *
   * @param name stands before the path in messages; empty for none
   * @param files content by path; the bytes are not copied and must not change any more
   */
  public MemoryTree(String name, Map<TreePath, byte[]> files) {
    this.name = name;
    this.files = new HashMap<>();
    files.forEach((path, bytes) -> this.files.put(path.text(), bytes));
  }

  /** A tree of these texts by path. */
  public static MemoryTree ofTexts(String name, Map<String, String> texts) {
    var files = new HashMap<TreePath, byte[]>();
    texts.forEach(
        (path, text) -> files.put(new TreePath(path), text.getBytes(StandardCharsets.UTF_8)));
    return new MemoryTree(name, files);
  }

  @Override
  public String label(TreePath path) {
    return name.isEmpty() ? path.text() : name + '/' + path;
  }

  @Override
  public boolean holds(TreePath path) {
    return files.containsKey(path.text());
  }

  @Override
  public FileRead read(TreePath path, long maxBytes) {
    var bytes = files.get(path.text());
    if (bytes == null) {
      return isFolder(path) ? new FileRead.Folder() : new FileRead.Absent();
    }
    return bytes.length > maxBytes
        ? new FileRead.Refused("the file has more than " + maxBytes + " bytes")
        : new FileRead.Content(bytes);
  }

  @Override
  public ProvenRead readWithProof(TreePath path, long maxBytes) {
    return new ProvenRead(read(path, maxBytes), FileProof.ALWAYS);
  }

  private boolean isFolder(TreePath path) {
    var prefix = path.text() + '/';
    return files.keySet().stream().anyMatch(file -> file.startsWith(prefix));
  }
}
