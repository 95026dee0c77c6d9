// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;

/**
 * Finds imports as the {@code jsonnet} command does, in every file that the user may read.
 *
 * <p>Looks beside the importing file, then in the folders of the search path from the last to the
 * first. For people who render their own files on their own machine; nothing is confined.
 *
 * <p>For one evaluation and its thread.
 */
public final class CommandLineImporter implements Importer {

  private final List<String> searchPath;
  private final long maxBytes;
  private List<String> tried = new ArrayList<>();

  /**
   * An importer for one evaluation.
   *
   * @param searchPath folders as written by the user; the last one is asked first
   * @param maxBytes larger files are refused
   */
  public CommandLineImporter(List<String> searchPath, long maxBytes) {
    this.searchPath = List.copyOf(searchPath);
    this.maxBytes = maxBytes;
  }

  /**
   * Where the file of the last import was looked for, in this order; empty unless that was {@link
   * Import.Missing}.
   */
  public List<String> tried() {
    return List.copyOf(tried);
  }

  @Override
  public Import load(String importedFrom, String path) {
    tried = new ArrayList<>();
    var answer = read(joined(importedFrom.substring(0, importedFrom.lastIndexOf('/') + 1), path));
    for (var folder : searchPath.reversed()) {
      if (answer != null || path.startsWith("/")) {
        break;
      }
      answer = read(joined(folder, path));
    }
    if (answer == null) {
      return new Import.Missing(TreeImporter.NOWHERE);
    }
    tried = List.of();
    return answer;
  }

  /** Null if there is no such file. */
  private @Nullable Import read(String file) {
    if (file.isEmpty()) {
      return null;
    }
    tried.add(file);
    try (var in = Files.newInputStream(Path.of(file))) {
      // Not a check of the size beforehand: devices and pipes, which are welcome here, have none.
      var bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
      return bytes.length > maxBytes
          ? new Import.Unreadable(
              "read " + file + ": the file has more than " + maxBytes + " bytes")
          : new Import.Found(file, bytes);
    } catch (NoSuchFileException _) {
      return null;
    } catch (InvalidPathException _) {
      return new Import.Unreadable("open " + file + ": invalid argument");
    } catch (IOException e) {
      return new Import.Unreadable(problem(file, e));
    }
  }

  private static String problem(String file, IOException problem) {
    if (Files.isDirectory(Path.of(file))) {
      return "read " + file + ": is a directory";
    }
    return problem instanceof FileSystemException known
        ? "open " + file + ": " + FileProblem.of(known)
        : "read " + file + ": input/output error";
  }

  private static String joined(String folder, String path) {
    if (path.startsWith("/")) {
      return path;
    }
    if (folder.isEmpty()) {
      return path.isEmpty() ? "" : CleanPath.of(path);
    }
    return CleanPath.of(path.isEmpty() ? folder : folder + '/' + path);
  }
}
