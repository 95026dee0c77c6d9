// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files by name that do not change, as many as there is room for.
 *
 * <p>When there is more than the bound, the files that were not taken for longest go first. Files
 * that somebody holds stay, so that there may be more for a while. Drafts do not count.
 *
 * <p>Any number of threads may use it at once.
 */
public final class Shelf {

  private final Path folder;
  private final long most;
  private final Map<String, Item> items = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long drafts;

  /**
   * An empty shelf.
   *
   * @param folder belongs to the shelf
   * @param most how many bytes are kept although nobody holds them
   */
  public Shelf(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** Takes a file; empty if it is not there. */
  public synchronized Optional<Held> take(String name) {
    return Optional.ofNullable(items.get(name)).map(item -> new Held(this, item));
  }

  /** A place for a file that is to be put on the shelf later. */
  public synchronized Draft draft() {
    return new Draft(this, folder.resolve("file-" + drafts++));
  }

  /** See {@link Draft#put}. */
  Held put(String name, Path draft) {
    Held held;
    List<Path> gone;
    try {
      long size = Files.size(draft);
      synchronized (this) {
        boolean known = items.containsKey(name);
        held = new Held(this, items.computeIfAbsent(name, _ -> new Item(name, draft, size)));
        bytes += known ? 0 : size;
        gone = evicted();
        if (known) {
          gone.add(draft);
        }
      }
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    }
    remove(gone);
    return held;
  }

  /** How many bytes there are. */
  public synchronized long bytes() {
    return bytes;
  }

  void release(Item item) {
    List<Path> gone;
    synchronized (this) {
      item.give();
      gone = evicted();
    }
    remove(gone);
  }

  /** Takes out of the books what has to go; the caller removes the files, outside of the lock. */
  private List<Path> evicted() {
    var gone = new ArrayList<Path>();
    var oldest = items.values().iterator();
    while (bytes > most && oldest.hasNext()) {
      var item = oldest.next();
      if (!item.isHeld()) {
        oldest.remove();
        bytes -= item.bytes();
        gone.add(item.file());
      }
    }
    return gone;
  }

  // What cannot be removed now is removed with the folder.
  static void remove(List<Path> files) {
    for (var file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException _) {
        continue;
      }
    }
  }
}
