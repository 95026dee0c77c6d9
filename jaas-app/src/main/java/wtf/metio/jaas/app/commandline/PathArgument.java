// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Places that a user names to write to. */
final class PathArgument {

  private PathArgument() {}

  /**
   * The path of this name; nothing need be there.
   *
   * @throws IOException with a message for the user if no path can have this name
   */
  static Path of(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw new IOException("open " + name + ": invalid argument");
    }
  }
}
