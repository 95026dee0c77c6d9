// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder for this process alone, gone when it ends.
 *
 * <p>A process that was killed leaves its folder behind; the next one that comes to the same parent
 * removes it. Which folders are alive is told by a locked file beside each, since the number of a
 * process says nothing in a container.
 */
public final class Scratch implements AutoCloseable {

  private static final String PREFIX = "run-";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lock;

  private Scratch(Path folder, Path lockFile, FileChannel lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Removes what earlier processes left in a folder and makes a new one in it.
   *
   * @throws CacheUnavailableException if that cannot be done
   */
  public static Scratch in(Path parent) {
    try {
      Files.createDirectories(parent);
      // Nobody takes the folder of somebody who has not locked it yet for a leftover.
      try (var door = open(parent.resolve("lock"))) {
        var _ = door.lock();
        removeLeftovers(parent);
        return create(parent);
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw new CacheUnavailableException(
          e instanceof IOException failure ? failure : new IOException("the folder is locked", e));
    }
  }

  /** Where the files go. */
  public Path folder() {
    return folder;
  }

  /** Removes the folder, as far as that is possible. */
  @Override
  public void close() {
    try (lock) {
      removeTree(folder);
      Files.deleteIfExists(lockFile);
    } catch (IOException _) {
      // The next process tries again.
    }
  }

  private static Scratch create(Path parent) throws IOException {
    var name = PREFIX + UUID.randomUUID();
    var lockFile = parent.resolve(name + LOCK);
    var lock = open(lockFile);
    var _ = lock.lock();
    return new Scratch(Files.createDirectory(parent.resolve(name)), lockFile, lock);
  }

  private static void removeLeftovers(Path parent) throws IOException {
    try (var runs = Files.newDirectoryStream(parent, PREFIX + '*')) {
      for (var run : runs) {
        if (!run.toString().endsWith(LOCK)) {
          removeIfDead(run);
        }
      }
    }
  }

  private static void removeIfDead(Path run) throws IOException {
    var lockFile = run.resolveSibling(run.getFileName() + LOCK);
    try (var channel = open(lockFile)) {
      if (channel.tryLock() != null) {
        removeTree(run);
        Files.deleteIfExists(lockFile);
      }
    } catch (OverlappingFileLockException _) {
      // It is one of our own.
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void removeTree(Path root) throws IOException {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (NoSuchFileException _) {
      // Gone already.
    }
  }
}
