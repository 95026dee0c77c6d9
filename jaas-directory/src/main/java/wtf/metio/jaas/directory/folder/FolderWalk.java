// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Lists the files below a folder, however deep. Links are followed as long as they stay below the
 * root; names that begin with a dot are passed over, which is how Kubernetes hides the folders that
 * the links of a mounted ConfigMap lead to.
 *
 * <p>No file is opened. May block as the file system does.
 */
public final class FolderWalk {

  private static final int DEEPEST = 32;

  private static final String ATTRIBUTES =
      "unix:size,lastModifiedTime,ctime,fileKey,isDirectory,isRegularFile,isSymbolicLink";

  private final Path root;
  private final Predicate<String> wanted;
  private final int mostFiles;

  /**
   * A walk through a folder, which need not exist.
   *
   * @param wanted which files, by name
   * @param mostFiles more are a problem of the folder
   */
  public FolderWalk(Path root, Predicate<String> wanted, int mostFiles) {
    this.root = root;
    this.wanted = wanted;
    this.mostFiles = mostFiles;
  }

  /** Looks at everything now. Whatever cannot be looked at is in the answer. */
  public Listing list() {
    return new Walk().all();
  }

  /** What is known of one entry. */
  private record Sight(Map<String, Object> attributes) {

    static Sight of(Path path, LinkOption... options) throws IOException {
      return new Sight(Files.readAttributes(path, ATTRIBUTES, options));
    }

    boolean is(String attribute) {
      return Boolean.TRUE.equals(attributes.get(attribute));
    }

    Object key() {
      return attributes.getOrDefault("fileKey", attributes);
    }

    FileStamp stamp() {
      return new FileStamp((long) get("size"), time("lastModifiedTime"), time("ctime"), key());
    }

    private FileTime time(String attribute) {
      return (FileTime) get(attribute);
    }

    private Object get(String attribute) {
      var value = attributes.get(attribute);
      if (value == null) {
        throw new IllegalStateException("asked for " + ATTRIBUTES + ", got no " + attribute);
      }
      return value;
    }
  }

  /** One walk. */
  private final class Walk {

    private final SortedMap<String, FileStamp> files = new TreeMap<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<FolderProblem> problems = new ArrayList<>();

    /** Two ways into one folder would show each file twice. */
    private final Set<Object> seen = new HashSet<>();

    private Path home = root;
    private boolean full;

    Listing all() {
      try {
        home = root.toRealPath();
        seen.add(Sight.of(home).key());
        folder(root, "", 0);
      } catch (NoSuchFileException _) {
        problem("", "the folder does not exist");
      } catch (IOException _) {
        problem("", "the folder cannot be read");
      }
      return new Listing(files, folders, problems);
    }

    private void folder(Path folder, String prefix, int depth) {
      if (depth > DEEPEST) {
        problem(prefix, "folders are nested more than " + DEEPEST + " deep");
        return;
      }
      folders.add(folder);
      try (var entries = Files.newDirectoryStream(folder)) {
        for (var entry : entries) {
          var name = String.valueOf(entry.getFileName());
          if (!name.startsWith(".") && !full) {
            entry(entry, prefix + name, depth);
          }
        }
      } catch (IOException | DirectoryIteratorException _) {
        problem(prefix, "the folder cannot be read");
      }
    }

    private void entry(Path entry, String path, int depth) {
      try {
        var sight = Sight.of(entry, LinkOption.NOFOLLOW_LINKS);
        if (sight.is("isSymbolicLink")) {
          link(entry, path, depth);
        } else {
          keep(entry, path, depth, sight);
        }
      } catch (NoSuchFileException _) {
        // It went while we came.
      } catch (IOException _) {
        problem(path, "it cannot be looked at");
      }
    }

    private void link(Path entry, String path, int depth) throws IOException {
      if (entry.toRealPath().startsWith(home)) {
        keep(entry, path, depth, Sight.of(entry));
      } else if (wanted.test(path)) {
        problem(path, "a link leads out of the folder it may lie in");
      }
    }

    private void keep(Path entry, String path, int depth, Sight sight) {
      if (sight.is("isDirectory")) {
        if (seen.add(sight.key())) {
          folder(entry, path + '/', depth + 1);
        }
      } else if (sight.is("isRegularFile") && wanted.test(path)) {
        file(path, sight);
      }
    }

    private void file(String path, Sight sight) {
      if (files.size() == mostFiles) {
        full = true;
        problem("", "there are more than " + mostFiles + " files");
      } else {
        files.put(path, sight.stamp());
      }
    }

    private void problem(String path, String message) {
      problems.add(new FolderProblem(path, message));
    }
  }
}
