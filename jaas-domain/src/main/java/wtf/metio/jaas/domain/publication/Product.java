// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.List;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * What is to be published.
 *
 * @param sourceFiles how many files it was made from
 * @param notes for the author
 */
record Product(Revision revision, FileSet files, int sourceFiles, List<String> notes) {

  Product {
    notes = List.copyOf(notes);
  }
}
