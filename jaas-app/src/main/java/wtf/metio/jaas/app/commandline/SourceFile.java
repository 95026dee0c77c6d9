// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/**
 * The program that a command line names.
 *
 * @param label how messages call it
 * @param fileName how imports in it see it; empty if it is no file
 * @param bytes its text
 */
record SourceFile(String label, String fileName, byte[] bytes) {

  private static final String EXTENSION = ".jsonnet";
  private static final String ENTRY = "main" + EXTENSION;

  /**
   * Reads it.
   *
   * @throws IOException with a message for the user
   */
  static SourceFile read(RenderOptions options, InputStream stdin) throws IOException {
    var input = options.input();
    if (options.inputIsCode()) {
      return new SourceFile("<cmdline>", "", input.getBytes(StandardCharsets.UTF_8));
    }
    return input.equals("-") ? new SourceFile("<stdin>", "", stdin.readAllBytes()) : file(input);
  }

  private static SourceFile file(String name) throws IOException {
    try {
      var file = Path.of(name);
      if (name.isEmpty()) {
        throw new IOException("Opening input file: : no such file or directory");
      }
      if (Files.isDirectory(file)) {
        throw new IOException("Reading input file: " + name + ": is a directory" + inside(name));
      }
      // Messages call a file as imports do: cleaned, unless the user wrote an absolute name.
      var cleaned = file.isAbsolute() ? name : file.normalize().toString();
      return new SourceFile(cleaned, cleaned, Files.readAllBytes(file));
    } catch (InvalidPathException _) {
      throw new IOException("Opening input file: " + name + ": invalid argument");
    } catch (FileSystemException problem) {
      throw new IOException(
          "Opening input file: " + name + ": " + FileProblem.of(problem) + beside(name), problem);
    }
  }

  private static String inside(String folder) {
    var entry = folder + (folder.endsWith("/") ? "" : "/") + ENTRY;
    return Files.exists(Path.of(entry)) ? "\nDid you mean " + entry + '?' : "\nName a file in it.";
  }

  private static String beside(String name) {
    return Files.exists(Path.of(name + EXTENSION))
        ? "\nDid you mean " + name + EXTENSION + '?'
        : "";
  }

  /** A sentence for somebody who may have named the wrong file; empty for what looks like text. */
  Optional<String> doubt() {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return Optional.of(label + " is empty: write an expression into it, such as {}.");
    }
    return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0
        ? Optional.of(label + " is not a text in UTF-8: is it the file that you meant?")
        : Optional.empty();
  }
}
