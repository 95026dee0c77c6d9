// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;

/** What it means for the store that the file system failed, in words without a path. */
final class Failures {

  /** What the operating system says, by what it means; the first that fits counts. */
  private static final Map<StoreProblem, List<String>> WORDS =
      Map.of(
          StoreProblem.FULL,
          List.of("no space left", "quota exceeded", "file too large", "too many links"),
          StoreProblem.READ_ONLY,
          List.of("read-only file system"),
          StoreProblem.DENIED,
          List.of("operation not permitted", "permission denied"),
          StoreProblem.UNREACHABLE,
          List.of(
              "stale file handle",
              "timed out",
              "host is down",
              "no route to host",
              "not connected",
              "no such device"));

  /** Less than this is as good as nothing. */
  private static final long NO_SPACE = 64 << 10;

  private final Path root;

  Failures(Path root) {
    this.root = root;
  }

  StoreUnavailableException of(IOException failure) {
    var problem = problem(failure);
    return new StoreUnavailableException(problem, text(problem, failure), failure);
  }

  private StoreProblem problem(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return StoreProblem.MISSING;
    }
    if (failure instanceof AccessDeniedException) {
      return StoreProblem.DENIED;
    }
    var words = words(failure);
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(words::contains))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(this::byLooking);
  }

  /** The operating system may speak another language. */
  private StoreProblem byLooking() {
    try {
      var store = Files.getFileStore(root);
      if (store.isReadOnly()) {
        return StoreProblem.READ_ONLY;
      }
      return store.getUsableSpace() < NO_SPACE ? StoreProblem.FULL : StoreProblem.BROKEN;
    } catch (IOException _) {
      return StoreProblem.BROKEN;
    }
  }

  private static String text(StoreProblem problem, IOException failure) {
    return switch (problem) {
      case FULL -> "the folder of the store has no space left";
      case READ_ONLY -> "the folder of the store can only be read";
      case DENIED -> "this process may not use the folder of the store";
      case MISSING -> "the folder of the store is not there";
      case UNREACHABLE -> "the folder of the store does not answer";
      case BROKEN -> broken(failure);
    };
  }

  private static String broken(IOException failure) {
    if (failure instanceof ClosedByInterruptException) {
      return "the work on the store was interrupted";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "there is a file where the folder of the store should be";
    }
    if (isNoFolder(failure)) {
      return "something that is no folder lies in the store where a folder should be";
    }
    return "the folder of the store failed: " + words(failure);
  }

  private static boolean isNoFolder(IOException failure) {
    var words = words(failure);
    return failure instanceof NotDirectoryException
        || words.contains("symbolic link")
        || words.contains("not a directory");
  }

  /** Without the path, which stands in the message of some failures. */
  private static String words(IOException failure) {
    var words =
        failure instanceof FileSystemException problem ? problem.getReason() : failure.getMessage();
    return words == null ? "no reason was given" : words.toLowerCase(Locale.ROOT);
  }
}
