// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import java.util.List;

/**
 * What is in a file.
 *
 * @param documents those that can be read, without empty ones
 * @param flaws what is wrong with the text; a document with doubled fields is read and has a flaw
 * @param complete whether the file could be read to its end; if not, there may be more in it than
 *     anybody can tell
 */
public record Documents(List<Document> documents, List<Flaw> flaws, boolean complete) {
  public Documents {
    documents = List.copyOf(documents);
    flaws = List.copyOf(flaws);
  }
}
