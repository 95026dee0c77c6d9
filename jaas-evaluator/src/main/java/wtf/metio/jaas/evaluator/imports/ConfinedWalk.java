// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * One way from a root to a file, over handles of folders.
 *
 * <p>A link is read as text and walked like anything else, from the folder that holds it. Its text
 * is read by path, because there is no other call for it; whatever is read there by a race only
 * says where the walk goes next, and the walk cannot leave.
 */
final class ConfinedWalk implements AutoCloseable {

  /** Where a walk ended. */
  enum Arrival {
    FILE,
    FOLDER,
    NOTHING,
    SPECIAL,
    OUTSIDE,
    ENDLESS
  }

  /**
   * The folder where the names of a path led to no file.
   *
   * @param names how many of them led to that folder; the next one, if any, is not in it
   * @param key which folder it is, as in {@link Stamp#key}
   */
  record End(int names, Object key) {}

  /**
   * One name on the way.
   *
   * @param ofPath false if it is part of what a link says
   */
  private record Step(String name, boolean ofPath) {}

  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path root;
  private final Deque<SecureDirectoryStream<Path>> folders = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private final Deque<Step> ahead = new ArrayDeque<>();
  private @Nullable String file;
  private @Nullable Object key;
  private @Nullable End end;
  private int links;
  private int walked;

  ConfinedWalk(Path root) {
    this.root = root;
  }

  /** Walks; to be called once. */
  Arrival to(TreePath path) throws IOException {
    path.names().forEach(name -> ahead.add(new Step(name, true)));
    try {
      folders.push(open(root));
      while (!ahead.isEmpty()) {
        var step = ahead.pop();
        var arrival = take(step);
        if (arrival != null) {
          return arrival;
        }
        walked += step.ofPath() ? 1 : 0;
      }
      end = new End(walked, keyOfHere());
      return Arrival.FOLDER;
    } catch (NoSuchFileException | NotDirectoryException | InvalidPathException _) {
      // The last one is a name that the encoding of this machine's files does not know.
      return Arrival.NOTHING;
    }
  }

  /** Which file it is where the walk ended, as in {@link Stamp#key}; null if it ended at none. */
  @Nullable Object key() {
    return key;
  }

  /** Where the walk ended without a file; null if that cannot be said by a part of the path. */
  @Nullable End end() {
    return end;
  }

  /** Reads the file where the walk ended. */
  FileRead read(long maxBytes) throws IOException {
    if (file == null) {
      throw new IllegalStateException("the walk did not end at a file");
    }
    try (var channel = here().newByteChannel(Path.of(file), READ)) {
      return content(channel, maxBytes);
    } catch (NoSuchFileException _) {
      return new FileRead.Absent();
    }
  }

  private @Nullable Arrival take(Step step) throws IOException {
    var name = step.name();
    if (name.equals("..")) {
      return leave() ? null : Arrival.OUTSIDE;
    }
    if (name.isEmpty() || name.equals(".")) {
      return null;
    }
    var attributes = attributes(step);
    if (attributes.isSymbolicLink()) {
      return follow(name);
    }
    if (attributes.isDirectory()) {
      enter(name);
      return null;
    }
    if (!ahead.isEmpty()) {
      return Arrival.NOTHING;
    }
    file = name;
    key = attributes.fileKey();
    return attributes.isRegularFile() ? Arrival.FILE : Arrival.SPECIAL;
  }

  private @Nullable Arrival follow(String name) throws IOException {
    if (++links > MAX_LINKS) {
      return Arrival.ENDLESS;
    }
    var target = Files.readSymbolicLink(path().resolve(name));
    if (target.isAbsolute()) {
      var home = root.toRealPath();
      if (!target.startsWith(home)) {
        return Arrival.OUTSIDE;
      }
      while (leave()) {
        // Back to the root: what is ahead is seen from there.
      }
      target = home.relativize(target);
    }
    pushAhead(Arrays.asList(target.toString().split("/", -1)));
    return null;
  }

  private void pushAhead(List<String> more) {
    more.reversed().forEach(name -> ahead.push(new Step(name, false)));
  }

  private void enter(String name) throws IOException {
    folders.push(here().newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    names.addLast(name);
  }

  /** Goes back to the folder above; false at the root. */
  private boolean leave() throws IOException {
    if (names.isEmpty()) {
      return false;
    }
    names.removeLast();
    folders.pop().close();
    return true;
  }

  private BasicFileAttributes attributes(Step step) throws IOException {
    var name = Path.of(step.name());
    try {
      return here()
          .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .readAttributes();
    } catch (NoSuchFileException e) {
      if (step.ofPath()) {
        end = new End(walked, keyOfHere());
      }
      throw e;
    }
  }

  private Object keyOfHere() throws IOException {
    return here().getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
  }

  private SecureDirectoryStream<Path> here() {
    return folders.element();
  }

  private Path path() {
    return root.resolve(String.join("/", names));
  }

  @SuppressWarnings("StreamResourceLeak") // kept among the folders, closed with the walk
  private static SecureDirectoryStream<Path> open(Path folder) throws IOException {
    var stream = Files.newDirectoryStream(folder);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new IOException("this file system has no handles of folders");
  }

  private static FileRead content(SeekableByteChannel channel, long maxBytes) throws IOException {
    long size = channel.size();
    if (size > maxBytes) {
      return tooLarge(maxBytes);
    }
    var buffer = ByteBuffer.allocate((int) size);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // A file that shrinks meanwhile is read as far as it goes, one that grows up to its old size.
    }
    return new FileRead.Content(
        buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array());
  }

  private static FileRead tooLarge(long maxBytes) {
    return new FileRead.Refused("the file has more than " + maxBytes + " bytes");
  }

  @Override
  public void close() throws IOException {
    while (!folders.isEmpty()) {
      folders.pop().close();
    }
  }
}
