// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

/**
 * Files below one root, and nothing else.
 *
 * <p>Whatever a path or a link inside the tree says, no file outside of the root is ever read. A
 * tree may change while it is in use: every read sees the newest content. Trees serve any number of
 * threads at once and reads may block.
 *
 * <p>What was read from one tree is never taken for what another one would answer: a tree is equal
 * to itself, and to another only if both answer the same for ever.
 */
public interface FileTree {

  /**
   * How messages name a file of this tree, for example {@code snippets/team/main.jsonnet}. It says
   * nothing of whether there is such a file.
   */
  String label(TreePath path);

  /** Whether a regular file has this path now. It may still be refused when it is read. */
  boolean holds(TreePath path);

  /**
   * Reads a whole file.
   *
   * @param maxBytes a larger file is refused before it is read into memory
   * @return the content, or why there is none; never throws for a reason that lies with the file
   */
  FileRead read(TreePath path, long maxBytes);

  /**
   * Reads a whole file, for somebody who wants to know later whether the answer is still true
   * without reading again. A tree that can tell more cheaply than by reading does so.
   *
   * @param maxBytes as in {@link #read}
   */
  default ProvenRead readWithProof(TreePath path, long maxBytes) {
    var question = new FileQuestion(this, path, maxBytes);
    var answer = read(path, maxBytes);
    return new ProvenRead(answer, FileProof.byReading(question, answer, FileProof.NEVER));
  }
}
