// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

/** What came of reading an archive. */
public sealed interface Unpacked {

  /**
   * It was read to its end.
   *
   * @param files how many files were handed on
   * @param bytes their size
   */
  record Complete(int files, long bytes) implements Unpacked {}

  /**
   * It was not; what was handed on until then is not to be used.
   *
   * @param problem for callers that act on it
   * @param message one sentence without a full stop, for the author of the archive
   */
  record Refused(ArchiveProblem problem, String message) implements Unpacked {}
}
