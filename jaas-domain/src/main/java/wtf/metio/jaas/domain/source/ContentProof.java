// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

import wtf.metio.jaas.domain.notation.Sha256;

/**
 * See {@link FileProof#byReading}.
 *
 * <p>Keeps no content but its SHA-256.
 */
final class ContentProof implements FileProof {

  private final FileQuestion question;
  private final Object answer;
  private volatile FileProof first;

  ContentProof(FileQuestion question, FileRead answer, FileProof first) {
    this.question = question;
    this.answer = fingerprint(answer);
    this.first = first;
  }

  @Override
  public boolean holds() {
    return first.holds() || isAnsweredAgain();
  }

  private boolean isAnsweredAgain() {
    var again = question.ask();
    boolean same = answer.equals(fingerprint(again.answer()));
    if (same) {
      first = again.proof() instanceof ContentProof other ? other.first : again.proof();
    }
    return same;
  }

  /** Equal for equal answers, and small. */
  private static Object fingerprint(FileRead answer) {
    return switch (answer) {
      case FileRead.Content(var bytes) -> Sha256.hex(bytes);
      case FileRead.Absent absent -> absent;
      case FileRead.Folder folder -> folder;
      case FileRead.Refused refused -> refused;
    };
  }
}
