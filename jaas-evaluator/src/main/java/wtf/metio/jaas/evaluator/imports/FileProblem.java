// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What is wrong with a file, in the words of the operating system and without its path. */
public final class FileProblem {

  private FileProblem() {}

  /** The words for a failure. */
  public static String of(FileSystemException problem) {
    return switch (problem) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file or directory";
      // Something is in the place where a folder should be.
      case FileAlreadyExistsException _ -> "not a directory";
      default -> reason(problem);
    };
  }

  private static String reason(FileSystemException problem) {
    var reason = problem.getReason();
    return reason == null ? "it cannot be read" : reason.toLowerCase(Locale.ROOT);
  }
}
