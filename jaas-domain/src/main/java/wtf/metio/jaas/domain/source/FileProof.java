// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

/**
 * Remembers what a {@link FileTree} answered, and tells whether it would answer the same now.
 *
 * <p>Serves any number of threads. May block as a read may.
 */
@FunctionalInterface
public interface FileProof {

  /** What never changes. */
  FileProof ALWAYS = () -> true;

  /** What cannot be known. */
  FileProof NEVER = () -> false;

  /**
   * Whether a read that began now would answer what that one answered. Everything that changed
   * before this was called is seen; in doubt it says no.
   */
  boolean holds();

  /**
   * A proof that reads again and compares, unless something cheaper says that nothing changed. When
   * a new reading yields the same with a proof of its own, that is what is asked first from then
   * on.
   *
   * @param first asked before anything is read
   */
  static FileProof byReading(FileQuestion question, FileRead answer, FileProof first) {
    return new ContentProof(question, answer, first);
  }
}
