// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.List;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.source.FileSet;

/** Brings a rendered value into the form in which it is published. */
public interface OutputFormatter {

  /** What came of it. */
  sealed interface Formatted {

    /**
     * The files to publish.
     *
     * @param notes warnings for the author
     */
    record Files(FileSet files, List<String> notes) implements Formatted {
      public Files {
        notes = List.copyOf(notes);
      }
    }

    /** The value does not fit the format. */
    record Unfit(String message) implements Formatted {}
  }

  /**
   * Formats a value. Equal values give equal files.
   *
   * @param json the value, as it was rendered
   */
  Formatted format(byte[] json, Format format);
}
