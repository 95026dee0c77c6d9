// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.imports;

/**
 * Brings the files that a program imports.
 *
 * <p>One importer may serve many evaluations at once; an evaluation asks at most once for each pair
 * of arguments. Equal {@code foundAt} must mean equal content for as long as one evaluation runs.
 */
public interface Importer {

  /**
   * Finds and reads a file.
   *
   * @param importedFrom {@link Import.Found#foundAt} of the file that holds the import, the name of
   *     the program for the first one; empty for code given as a variable or argument
   * @param path as written in the program
   * @return the file, or why it cannot be had; never throws for a reason that lies with the program
   *     or the file
   */
  Import load(String importedFrom, String path);
}
