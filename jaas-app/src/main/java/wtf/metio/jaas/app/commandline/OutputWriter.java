// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SequencedMap;

/** Writes what a program yields to where the user wants it. */
final class OutputWriter {

  private final RenderOptions options;
  private final OutputStream stdout;

  OutputWriter(RenderOptions options, OutputStream stdout) {
    this.options = options;
    this.stdout = stdout;
  }

  /** Writes one text. */
  void text(byte[] bytes) throws IOException {
    var file = options.outputFile();
    if (file == null) {
      stdout.write(trimmed(bytes));
      stdout.flush();
      return;
    }
    var target = Path.of(file);
    if (options.createDirectories() && target.toAbsolutePath().getParent() != null) {
      Files.createDirectories(target.toAbsolutePath().getParent());
    }
    Files.write(target, trimmed(bytes));
  }

  /**
   * Writes several files and lists their names.
   *
   * <p>A file that has its content already is left alone, so that its time does not change.
   */
  void files(Path directory, SequencedMap<String, byte[]> contents) throws IOException {
    if (options.createDirectories() && !contents.isEmpty()) {
      Files.createDirectories(directory);
    }
    var list = new StringBuilder();
    for (var file : contents.entrySet()) {
      var target = inside(directory, file.getKey());
      list.append(target).append('\n');
      if (options.createDirectories() && target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      var content = trimmed(file.getValue());
      if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
        Files.write(target, content);
      }
    }
    list(list.toString());
  }

  private void list(String names) throws IOException {
    var bytes = names.getBytes(StandardCharsets.UTF_8);
    var file = options.outputFile();
    if (file == null) {
      stdout.write(bytes);
      stdout.flush();
    } else {
      Files.write(Path.of(file), bytes);
    }
  }

  // A program may be somebody else's: its file names stay below the folder that the user named.
  private static Path inside(Path directory, String name) throws IOException {
    var root = directory.normalize();
    var target = root.resolve(name.replaceFirst("^/+", "")).normalize();
    if (name.isEmpty() || target.equals(root) || !target.startsWith(root)) {
      throw new IOException(name + ": the name leads out of the output directory");
    }
    for (var at = target; at != null && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at) && !at.toRealPath().startsWith(root.toRealPath())) {
        throw new FileAlreadyExistsException(
            at.toString(), null, "a link leads out of the output directory");
      }
    }
    return target;
  }

  private byte[] trimmed(byte[] bytes) {
    boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
    return options.trailingNewline() || !ends ? bytes : Arrays.copyOf(bytes, bytes.length - 1);
  }
}
