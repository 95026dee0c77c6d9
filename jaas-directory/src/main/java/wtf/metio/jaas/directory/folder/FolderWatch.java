// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices of the operating system that something in a folder changed. They may be missing: whoever
 * relies on them alone overlooks changes. For one thread, but for {@link #close}.
 */
public final class FolderWatch implements AutoCloseable {

  private final @Nullable WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FolderWatch(@Nullable WatchService service) {
    this.service = service;
  }

  /** A watch over nothing yet. On a machine that gives no notices none will come. */
  public static FolderWatch open() {
    try {
      return new FolderWatch(FileSystems.getDefault().newWatchService());
    } catch (IOException | UnsupportedOperationException _) {
      return new FolderWatch(null);
    }
  }

  /** Watches these folders and no others. Those that cannot be watched are left out. */
  public void follow(List<Path> folders) {
    if (service == null) {
      return;
    }
    keys.values().removeIf(key -> !key.isValid());
    var wanted = new HashSet<>(folders);
    if (!keys.keySet().equals(wanted)) {
      keys.keySet().stream().filter(path -> !wanted.contains(path)).toList().forEach(this::leave);
      wanted.removeAll(keys.keySet());
      wanted.forEach(path -> follow(path, service));
    }
  }

  private void follow(Path folder, WatchService watcher) {
    try {
      keys.put(
          folder,
          folder.register(
              watcher,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_DELETE,
              StandardWatchEventKinds.ENTRY_MODIFY));
    } catch (IOException _) {
      // Gone again, or more than the machine watches: it is listed now and then all the same.
    }
  }

  private void leave(Path folder) {
    var key = keys.remove(folder);
    if (key != null) {
      key.cancel();
    }
  }

  /**
   * Waits for a notice, but not longer than this.
   *
   * @return whether to go on; false after {@link #close}
   */
  public boolean await(Duration patience) throws InterruptedException {
    if (service == null) {
      return !closed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
    try {
      for (var key = service.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
          key != null;
          key = service.poll()) {
        key.pollEvents();
        key.reset();
      }
      return true;
    } catch (ClosedWatchServiceException _) {
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException _) {
      // Nothing is lost: no notice is wanted any more.
    }
  }
}
