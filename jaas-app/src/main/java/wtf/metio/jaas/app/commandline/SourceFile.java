// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the program that a command line names. */
final class SourceFile {

  private SourceFile() {}

  /**
   * The bytes of a file.
   *
   * @throws IOException with a message for the user
   */
  static byte[] read(String name) throws IOException {
    try {
      var file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new IOException(
            "Reading input file: " + name + ": is a directory. Name a file in it.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      throw new IOException("Opening input file: " + name + ": no such file or directory");
    } catch (AccessDeniedException _) {
      throw new IOException("Opening input file: " + name + ": permission denied");
    } catch (InvalidPathException _) {
      throw new IOException("Opening input file: " + name + ": not a file name");
    }
  }
}
