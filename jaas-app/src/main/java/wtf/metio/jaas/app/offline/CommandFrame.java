// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/**
 * What the commands have in common: reading options, helping, and saying what kept them from their
 * work.
 *
 * @param name as it was called
 * @param allowed options that it understands
 * @param usage what {@code --help} prints
 * @param misused exit code if the command line is wrong
 * @param failed exit code if something could not be read or written
 */
record CommandFrame(String name, Set<Option> allowed, String usage, int misused, int failed) {

  /** What a command does; its answer is the exit code. */
  interface Work {
    int with(Options options) throws WrongUsageException, IOException;
  }

  /** Does the work that the arguments ask for; the exit code. */
  int run(Console console, List<String> arguments, Work work) {
    try {
      var options = Options.read(arguments, allowed);
      if (options.has(Option.HELP)) {
        console.print(usage);
        return 0;
      }
      return work.with(options);
    } catch (WrongUsageException wrong) {
      return told(console, wrong.text(), misused);
    } catch (InvalidPathException problem) {
      return told(console, "no path can have the name " + problem.getInput(), misused);
    } catch (IOException problem) {
      return told(console, words(problem), failed);
    } catch (UncheckedIOException | DirectoryIteratorException problem) {
      return told(console, words(problem.getCause()), failed);
    }
  }

  private int told(Console console, String problem, int code) {
    console.stderr().println("jaas " + name + ": " + problem);
    return code;
  }

  private static String words(@Nullable Throwable problem) {
    return switch (problem) {
      case null -> "something could not be read or written";
      case FileSystemException file -> file.getFile() + ": " + FileProblem.of(file);
      default -> String.valueOf(problem.getMessage());
    };
  }
}
