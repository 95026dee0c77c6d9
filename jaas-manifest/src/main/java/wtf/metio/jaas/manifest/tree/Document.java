// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

/**
 * One of the documents in a file.
 *
 * @param number counted from one; documents without content count, too
 */
public record Document(int number, Node root) {}
