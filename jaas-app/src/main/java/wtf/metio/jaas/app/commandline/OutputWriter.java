// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SequencedMap;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/** Writes what a program yields to where the user wants it. */
final class OutputWriter {

  private final OutputOptions options;
  private final OutputStream stdout;

  OutputWriter(OutputOptions options, OutputStream stdout) {
    this.options = options;
    this.stdout = stdout;
  }

  /**
   * Writes one text.
   *
   * @throws IOException with a message for the user
   */
  void text(byte[] bytes) throws IOException {
    var file = options.file();
    if (file != null
        && options.createDirectories()
        && options.mode() == OutputOptions.Mode.DOCUMENT) {
      foldersOf(PathArgument.of(file));
    }
    var target = target();
    try {
      target.write(trimmed(bytes));
    } finally {
      finish(target);
    }
  }

  /**
   * Writes several files and lists their names, each before it is written.
   *
   * <p>A file that has its content already is left alone, so that its time does not change.
   *
   * @throws IOException with a message for the user; files before that one are written
   */
  void files(SequencedMap<String, byte[]> contents) throws IOException {
    var list = target();
    try {
      if (!contents.isEmpty()) {
        files(contents, list);
      }
    } finally {
      finish(list);
    }
  }

  private void files(SequencedMap<String, byte[]> contents, OutputStream list) throws IOException {
    var folder = OutputFolder.open(options.directory(), options.createDirectories());
    for (var file : contents.entrySet()) {
      list.write((folder.shown(file.getKey()) + '\n').getBytes(StandardCharsets.UTF_8));
      folder.write(file.getKey(), trimmed(file.getValue()));
    }
  }

  /** Stdout is not ours to close. */
  private void finish(OutputStream target) throws IOException {
    if (target == stdout) {
      stdout.flush();
    } else {
      target.close();
    }
  }

  private static void foldersOf(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException problem) {
      throw new IOException(
          "mkdir " + firstThatExists(folder) + ": " + FileProblem.of(problem), problem);
    }
  }

  private static Path firstThatExists(Path folder) {
    var at = folder;
    for (var parent = at.getParent();
        parent != null && Files.notExists(at);
        parent = at.getParent()) {
      at = parent;
    }
    return at;
  }

  private OutputStream target() throws IOException {
    var file = options.file();
    if (file == null) {
      return stdout;
    }
    try {
      return Files.newOutputStream(PathArgument.of(file));
    } catch (FileSystemException problem) {
      throw new IOException("open " + file + ": " + FileProblem.of(problem), problem);
    }
  }

  private byte[] trimmed(byte[] bytes) {
    boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
    return options.trailingNewline() || !ends ? bytes : Arrays.copyOf(bytes, bytes.length - 1);
  }
}
