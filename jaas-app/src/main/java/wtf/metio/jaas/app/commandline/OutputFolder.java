// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/**
 * The folder for the files of a program that yields several.
 *
 * <p>A program may be somebody else's: its file names stay below the folder that the user named.
 */
public final class OutputFolder {

  private final Path root;
  private final boolean createDirectories;

  private OutputFolder(Path root, boolean createDirectories) {
    this.root = root;
    this.createDirectories = createDirectories;
  }

  /**
   * Opens a folder that is there, or is made if the user wants so.
   *
   * @throws IOException with a message for the user
   */
  public static OutputFolder open(String name, boolean createDirectories) throws IOException {
    var root = PathArgument.of(name).normalize();
    try {
      if (createDirectories) {
        Files.createDirectories(root.toAbsolutePath());
      }
      if (!Files.isDirectory(root.toAbsolutePath())) {
        throw new IOException(
            "open "
                + root
                + ": "
                + (Files.exists(root) ? "not a directory" : "no such file or directory"));
      }
    } catch (FileSystemException problem) {
      throw new IOException("mkdir " + root + ": " + FileProblem.of(problem), problem);
    }
    return new OutputFolder(root, createDirectories);
  }

  /** How a file is called in the list of files. */
  public String shown(String name) throws IOException {
    return root.resolve(relative(name)).normalize().toString();
  }

  /**
   * Writes a file, unless it has this content already.
   *
   * @throws IOException with a message for the user
   */
  public void write(String name, byte[] content) throws IOException {
    var file = relative(name);
    var target = root.resolve(file);
    if (file.toString().isEmpty() || Files.isDirectory(target)) {
      throw new IOException(
          "read " + root + '/' + (file.toString().isEmpty() ? "." : file) + ": is a directory");
    }
    try {
      if (leaves(file)) {
        throw new IOException("openat " + file + ": path escapes from parent");
      }
      if (createDirectories) {
        Files.createDirectories(target.toAbsolutePath().getParent());
      }
      if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
        Files.write(target, content);
      }
    } catch (FileSystemException problem) {
      throw new IOException("openat " + file + ": " + FileProblem.of(problem), problem);
    }
  }

  /** An absolute name counts from the folder, too. */
  private static Path relative(String name) throws IOException {
    try {
      return Path.of(name.replaceFirst("^/+", "")).normalize();
    } catch (InvalidPathException _) {
      throw new IOException("openat " + name + ": invalid argument");
    }
  }

  private boolean leaves(Path file) throws IOException {
    if (file.startsWith("..")) {
      return true;
    }
    for (var at = file; at != null; at = at.getParent()) {
      var link = root.resolve(at);
      if (Files.isSymbolicLink(link) && !link.toRealPath().startsWith(root.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
