// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that is open.
 *
 * <p>Whatever is done in it is done there, wherever its path may lead by now, and no name is
 * followed if it is a link. Names are single: what stands in one cannot lead elsewhere.
 */
final class Folder implements AutoCloseable {

  private static final Path HERE = Path.of(".");

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private static final FileAttribute<Set<PosixFilePermission>> FILE_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  private final SecureDirectoryStream<Path> handle;

  private Folder(SecureDirectoryStream<Path> handle) {
    this.handle = handle;
  }

  /** Opens a folder by its path, links followed. */
  static Folder open(Path path) throws IOException {
    return new Folder(secure(Files.newDirectoryStream(path)));
  }

  /** Opens a folder in this one. */
  Folder enter(String name) throws IOException {
    return new Folder(handle.newDirectoryStream(path(name), LinkOption.NOFOLLOW_LINKS));
  }

  /** What is called so here; empty if nothing is. */
  Optional<BasicFileAttributes> look(String name) throws IOException {
    try {
      return Optional.of(
          handle
              .getFileAttributeView(
                  path(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /** Opens a file for reading. */
  FileChannel read(String name) throws IOException {
    return file(handle.newByteChannel(path(name), READ));
  }

  /**
   * Makes a file that was not there.
   *
   * @param lasting whether its bytes survive the loss of power from here on
   */
  void create(String name, byte[] content, boolean lasting) throws IOException {
    try (var file = file(handle.newByteChannel(path(name), CREATE, FILE_MODE))) {
      for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
        file.write(rest);
      }
      if (lasting) {
        file.force(true);
      }
    }
  }

  /** Gives something another name here, in place of whatever file is called so. */
  void rename(String from, String to) throws IOException {
    handle.move(path(from), handle, path(to));
  }

  /** Moves something into another folder. */
  void move(String name, Folder target, String newName) throws IOException {
    handle.move(path(name), target.handle, path(newName));
  }

  /** Removes a file or a link; false if nothing was there. */
  boolean delete(String name) throws IOException {
    try {
      handle.deleteFile(path(name));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /** Removes a folder if it is empty. */
  boolean deleteFolder(String name) {
    try {
      handle.deleteDirectory(path(name));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** What is in here now, in no order. */
  List<String> names() throws IOException {
    var names = new ArrayList<String>();
    // A stream of its own, since each can be read only once.
    try (var entries = handle.newDirectoryStream(HERE, LinkOption.NOFOLLOW_LINKS)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  /** Lets the names in here survive the loss of power. */
  void sync() throws IOException {
    try (var folder = file(handle.newByteChannel(HERE, READ))) {
      folder.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }

  private static Path path(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw new FileSystemException(name, null, "this cannot be the name of a file here");
    }
  }

  private static FileChannel file(Object channel) {
    if (channel instanceof FileChannel file) {
      return file;
    }
    throw new IllegalStateException("files of the default file system have file channels");
  }

  private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream)
      throws IOException {
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new IOException("this file system has no handles of folders");
  }
}
