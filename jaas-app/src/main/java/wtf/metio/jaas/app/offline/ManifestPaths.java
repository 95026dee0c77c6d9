// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.evaluator.imports.FileProblem;
import wtf.metio.jaas.manifest.ManifestFile;
import wtf.metio.jaas.manifest.ManifestReader;
import wtf.metio.jaas.manifest.tree.TreeReader;

/**
 * Finds and reads the files that a user names: files as they are, in folders everything that ends
 * like YAML or JSON, but for names that begin with a dot.
 */
final class ManifestPaths {

  private static final String STDIN = "-";
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
  private static final int DEEPEST = 32;

  private final ManifestReader reader;
  private final InputStream stdin;

  ManifestPaths(ManifestReader reader, InputStream stdin) {
    this.reader = reader;
    this.stdin = stdin;
  }

  /**
   * A file that was read.
   *
   * @param folder that relative paths in it begin at
   */
  record ReadFile(Path folder, ManifestFile content) {}

  /**
   * Reads everything.
   *
   * @throws IOException with a message for the user
   */
  List<ReadFile> read(List<String> names) throws IOException {
    var files = new ArrayList<ReadFile>();
    for (var name : names) {
      if (name.equals(STDIN)) {
        var text = stdin.readNBytes(TreeReader.MAX_BYTES + 1);
        files.add(new ReadFile(Path.of(""), reader.read("<stdin>", text)));
      } else {
        for (var path : expanded(name)) {
          files.add(read(path));
        }
      }
    }
    return files;
  }

  private ReadFile read(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var text = in.readNBytes(TreeReader.MAX_BYTES + 1);
      var folder = path.toAbsolutePath().getParent();
      return new ReadFile(folder == null ? path : folder, reader.read(path.toString(), text));
    } catch (FileSystemException problem) {
      throw new IOException(path + ": " + FileProblem.of(problem), problem);
    }
  }

  private static List<Path> expanded(String name) throws IOException {
    try {
      var path = Path.of(name);
      if (!Files.isDirectory(path)) {
        return List.of(path);
      }
      try (var walk = Files.walk(path, DEEPEST)) {
        return walk.filter(file -> isManifest(path, file)).sorted().toList();
      }
    } catch (InvalidPathException _) {
      throw new IOException(name + ": no path can have this name");
    } catch (FileSystemException problem) {
      throw new IOException(name + ": " + FileProblem.of(problem), problem);
    }
  }

  private static boolean isManifest(Path root, Path file) {
    for (var name : root.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return ENDINGS.stream().anyMatch(file.toString()::endsWith)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
