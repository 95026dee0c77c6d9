// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with snippets for tests. */
final class Snippets {

  /** Ends only when somebody ends it. */
  static final String ENDLESS = "local f(n) = f(n + 1) tailstrict; f(0)";

  private final Path folder;

  Snippets(Path folder) {
    this.folder = folder;
  }

  /** Puts a snippet of this name there. */
  Snippets with(String name, String program) {
    return withFile(name + "/main.jsonnet", program);
  }

  Snippets withFile(String path, String text) {
    try {
      var file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }
}
