// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.OutputForm;

/**
 * What is written, and where.
 *
 * @param mode what to write
 * @param file where to write it, or the list of files of {@link Mode#MULTI}; null for stdout
 * @param directory where the files of {@link Mode#MULTI} go; empty in other modes
 * @param createDirectories whether missing folders of output files are made
 * @param strings whether the value, or each file's value, is a string to be written as it is
 * @param trailingNewline whether a newline ends each text
 */
record OutputOptions(
    Mode mode,
    @Nullable String file,
    String directory,
    boolean createDirectories,
    boolean strings,
    boolean trailingNewline) {

  /** What is written. */
  enum Mode {
    /** One text. */
    DOCUMENT,
    /** One file for each field. */
    MULTI,
    /** A stream of documents. */
    STREAM
  }

  OutputForm form() {
    return switch (mode) {
      case DOCUMENT -> strings ? OutputForm.STRING : OutputForm.JSON;
      case MULTI -> strings ? OutputForm.MULTI_STRING : OutputForm.MULTI;
      case STREAM -> OutputForm.STREAM;
    };
  }
}
