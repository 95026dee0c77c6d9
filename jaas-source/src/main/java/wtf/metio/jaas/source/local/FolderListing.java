// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import wtf.metio.jaas.domain.archive.EntryName;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.source.cache.Pack;

/**
 * The names of the files below a folder. Nothing is read here: whoever reads decides anew where a
 * link may lead.
 *
 * <p>As in an archive, names that consumers would drop are passed over, and with them the hidden
 * folders behind the links of a mounted ConfigMap. Links to folders are followed as long as they
 * stay below the root.
 */
final class FolderListing {

  private static final int DEEPEST = 32;

  private final Path root;
  private final TreePath folder;
  private final Subtree part;
  private final SequencedMap<String, TreePath> files = new TreeMap<>();

  /** Two ways into one folder would show each file twice, and a link to its parent for ever. */
  private final Set<Path> seen = new HashSet<>();

  /** Why a folder cannot be listed. */
  static final class UnlistableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnlistableException(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** For the author of the source. */
    String reason() {
      return reason;
    }
  }

  FolderListing(Path root, TreePath folder, Subtree part) {
    this.root = root;
    this.folder = folder;
    this.part = part;
  }

  /**
   * Lists the files of the wanted part.
   *
   * @return where each lies, by its name in the source, in order; empty if there is no such folder
   */
  Optional<SequencedMap<String, TreePath>> files() throws UnlistableException {
    try {
      var home = root.toRealPath();
      list(home.resolve(folder.text()), "", home);
      return Optional.of(Collections.unmodifiableSequencedMap(files));
    } catch (NoSuchFileException | NotDirectoryException _) {
      return Optional.empty();
    } catch (UnlistableException e) {
      throw e;
    } catch (IOException | DirectoryIteratorException _) {
      throw new UnlistableException("the folder cannot be read");
    }
  }

  private void list(Path place, String prefix, Path home) throws IOException {
    var real = place.toRealPath();
    if (!real.startsWith(home)) {
      throw new UnlistableException("a link leads out of the folder it may lie in");
    }
    if (!seen.add(real)) {
      return;
    }
    if (seen.size() > Pack.MOST_FILES || prefix.chars().filter(c -> c == '/').count() > DEEPEST) {
      throw new UnlistableException("there are too many folders in it");
    }
    try (var entries = Files.newDirectoryStream(real)) {
      for (var entry : entries) {
        entry(entry, prefix + entry.getFileName(), home);
      }
    }
  }

  private void entry(Path entry, String name, Path home) throws IOException {
    if (EntryName.consumable(name).filter(name::equals).isEmpty()) {
      return;
    }
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      list(entry, name + '/', home);
    } else if (Files.isSymbolicLink(entry) && Files.isDirectory(entry)) {
      if (entry.toRealPath().startsWith(home)) {
        list(entry, name + '/', home);
      }
    } else {
      keep(name);
    }
  }

  private void keep(String name) throws UnlistableException {
    part.select(name).ifPresent(selected -> files.put(selected, folder.child(name)));
    if (files.size() > Pack.MOST_FILES) {
      throw new UnlistableException("there are more than " + Pack.MOST_FILES + " files in it");
    }
  }
}
