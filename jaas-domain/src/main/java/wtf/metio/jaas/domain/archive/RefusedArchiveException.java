// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.IOException;

/** Ends the reading of an archive for a reason that lies in the archive. */
final class RefusedArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  private final ArchiveProblem problem;
  private final String message;

  RefusedArchiveException(ArchiveProblem problem, String message) {
    super(message);
    this.problem = problem;
    this.message = message;
  }

  static RefusedArchiveException damaged(String message) {
    return new RefusedArchiveException(ArchiveProblem.DAMAGED, message);
  }

  static RefusedArchiveException tooLarge(String message) {
    return new RefusedArchiveException(ArchiveProblem.TOO_LARGE, message);
  }

  ArchiveProblem problem() {
    return problem;
  }

  /** What the author of the archive is told. */
  String message() {
    return message;
  }
}
