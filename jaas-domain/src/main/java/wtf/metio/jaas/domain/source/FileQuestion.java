// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

/**
 * What somebody asked a tree for.
 *
 * @param maxBytes as in {@link FileTree#read}
 */
public record FileQuestion(FileTree tree, TreePath path, long maxBytes) {

  ProvenRead ask() {
    return tree.readWithProof(path, maxBytes);
  }
}
