// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.StatusArguments;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.directory.status.StatusDocument;
import wtf.metio.jaas.directory.status.StatusFolder;

/** {@code jaas status}: tells how snippets do, from what the service keeps; it need not run. */
public final class StatusCommand {

  private static final int NOT_READY = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;
  private final PrintStream err;

  /** Writes tables and documents to the one, and what is wrong to the other. */
  public StatusCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Does what the arguments ask for.
   *
   * @return 0 if every snippet that was asked for is ready, 1 if one is not, 2 if nothing could be
   *     told
   */
  public int run(List<String> arguments, Map<String, String> environment) {
    var read = StatusArguments.read(arguments, environment);
    if (!read.problems().isEmpty()) {
      read.problems().forEach(problem -> err.println("jaas: " + problem));
      return MISUSED;
    }
    if (read.help()) {
      out.print(StatusArguments.USAGE);
      return 0;
    }
    var state = Path.of(read.statePath());
    if (!Files.isDirectory(state)) {
      err.println("jaas: there is no state in " + state);
      return MISUSED;
    }
    try (var folder = StatusFolder.toRead(state)) {
      return tell(chosen(folder.readAll().values(), read.names()), read);
    } catch (UncheckedIOException e) {
      err.println("jaas: " + e.getMessage());
      return MISUSED;
    }
  }

  private int tell(Collection<SnippetStatus> statuses, StatusArguments read) {
    if (!read.names().isEmpty() && statuses.isEmpty()) {
      err.println("jaas: nothing is known of " + String.join(", ", read.names()));
      return MISUSED;
    }
    out.print(read.json() ? StatusDocument.ofAll(statuses, List.of()) : StatusTable.of(statuses));
    boolean ready =
        statuses.stream().allMatch(status -> status.ready().filter(it -> it.met()).isPresent());
    return ready ? 0 : NOT_READY;
  }

  /** All of them, or those of these names, with or without their namespace. */
  private static Collection<SnippetStatus> chosen(
      Collection<SnippetStatus> all, List<String> names) {
    var chosen = new ArrayList<SnippetStatus>();
    for (var status : all) {
      if (names.isEmpty()
          || names.contains(status.name().toString())
          || names.contains(status.name().name())) {
        chosen.add(status);
      }
    }
    return chosen;
  }
}
