// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Flags for a service that renders one large program itself for every request. */
public final class ProgramFlags {

  private static final String NO_RESULTS = "--result-cache-bytes";

  private final Path folder;
  private final boolean keepsResults;

  /**
   * Flags for a program.
   *
   * @param folder with {@code main.jsonnet} and {@code vendor}
   * @param command of the service, asked for its flags
   */
  public ProgramFlags(Path folder, List<String> command) {
    this.folder = folder;
    this.keepsResults = knows(command, NO_RESULTS);
  }

  /** Whether a service has this flag. */
  public static boolean knows(List<String> command, String flag) {
    try {
      var words = new ArrayList<>(command);
      words.add("--help");
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes()).contains(flag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What differs from the defaults and belongs to a figure. */
  public List<String> limits() {
    return keepsResults
        ? List.of("--evaluation-timeout", "60s", NO_RESULTS, "0")
        : List.of("--evaluation-timeout", "60s");
  }

  /** All of them. */
  public List<String> flags() {
    var flags = new ArrayList<>(limits());
    flags.addAll(List.of("--snippet-directory", folder.getParent().toString()));
    flags.addAll(List.of("--library-path", folder.resolve("vendor").toString()));
    return flags;
  }
}
