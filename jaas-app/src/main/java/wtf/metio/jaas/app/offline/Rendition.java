// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.util.List;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.source.FileSet;

/** What came of rendering a snippet. */
sealed interface Rendition {

  /**
   * What a service would publish.
   *
   * @param archive as it would be stored
   * @param files in it
   * @param notes for the author: warnings, and what the program wrote with {@code std.trace}
   */
  record Made(Archive archive, FileSet files, List<String> notes) implements Rendition {
    public Made {
      notes = List.copyOf(notes);
    }
  }

  /** A service would publish nothing. */
  record Failed(String message) implements Rendition {}
}
