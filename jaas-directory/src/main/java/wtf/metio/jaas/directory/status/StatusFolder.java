// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * A folder with a file for each snippet, {@code <namespace>/<name>.json}.
 *
 * <p>A file is whole or not there: it is written beside its place and then moved. It need not
 * survive a loss of power, since whoever has no status is looked at as if for the first time.
 */
public final class StatusFolder implements AutoCloseable {

  private static final String SUFFIX = ".json";

  /** Far more than a status with the longest history and messages takes. */
  private static final long LARGEST_FILE = 1 << 20;

  private final Path folder;
  private final @Nullable FileLock lock;

  private StatusFolder(Path folder, @Nullable FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** A folder that somebody else may write to. */
  public static StatusFolder toRead(Path folder) {
    return new StatusFolder(folder, null);
  }

  /**
   * Takes a folder for this process alone, and makes it if need be.
   *
   * @throws StateTakenException if another process has it
   * @throws UncheckedIOException if it cannot be made or locked
   */
  @SuppressWarnings("StreamResourceLeak") // the channel holds the lock until it is closed
  public static StatusFolder toWrite(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StateTakenException(
            "another process publishes with the state in " + folder + " already");
      }
      return new StatusFolder(folder, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("the state cannot be kept in " + folder, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** All that is known. What is damaged is left out. */
  public SortedMap<ResourceName, SnippetStatus> readAll() {
    var all = new TreeMap<ResourceName, SnippetStatus>();
    try (var namespaces = Files.newDirectoryStream(folder, StatusFolder::isShown)) {
      for (var namespace : namespaces) {
        readAll(namespace, all);
      }
    } catch (NoSuchFileException _) {
      return all;
    } catch (DirectoryIteratorException e) {
      throw new UncheckedIOException(e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException("the state in " + folder + " cannot be read", e);
    }
    return all;
  }

  private static void readAll(Path namespace, SortedMap<ResourceName, SnippetStatus> all)
      throws IOException {
    try (var files = Files.newDirectoryStream(namespace, StatusFolder::isShown)) {
      for (var file : files) {
        name(namespace, file)
            .flatMap(name -> read(file, name))
            .ifPresent(status -> all.put(status.name(), status));
      }
    } catch (NotDirectoryException _) {
      // Not ours.
    }
  }

  private static boolean isShown(Path path) {
    return !String.valueOf(path.getFileName()).startsWith(".");
  }

  private static Optional<ResourceName> name(Path namespace, Path file) {
    var name = String.valueOf(file.getFileName());
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? Optional.of(
            new ResourceName(
                String.valueOf(namespace.getFileName()),
                name.substring(0, name.length() - SUFFIX.length())))
        : Optional.empty();
  }

  private static Optional<SnippetStatus> read(Path file, ResourceName name) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE
          ? StatusReading.of(Files.readAllBytes(file), name)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Writes a status; false if that is not possible now. */
  public boolean write(SnippetStatus status) {
    var file = file(status.name());
    var beside = file.resolveSibling('.' + String.valueOf(file.getFileName()) + ".tmp");
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(beside, StatusDocument.kept(status).getBytes(StandardCharsets.UTF_8));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Removes a status; false if that is not possible now. */
  public boolean remove(ResourceName name) {
    try {
      Files.deleteIfExists(file(name));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private Path file(ResourceName name) {
    return folder.resolve(name.namespace()).resolve(name.name() + SUFFIX);
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.acquiredBy().close();
      }
    } catch (IOException _) {
      // The end of the process takes the lock away.
    }
  }
}
