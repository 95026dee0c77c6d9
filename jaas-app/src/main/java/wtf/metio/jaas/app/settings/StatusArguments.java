// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.source.SettingsReader;

/**
 * What {@code jaas status} was asked for. Where the state is kept is said as for the service, by
 * flags, environment or file.
 *
 * @param statePath where the state is
 * @param names of snippets; empty for all
 * @param json whether to print a document instead of a table
 * @param help whether to tell how the command is used, and nothing else
 * @param problems one line each; if there are any, the others mean nothing
 */
public record StatusArguments(
    String statePath, List<String> names, boolean json, boolean help, List<String> problems) {

  /** How the command is used. */
  public static final String USAGE =
      """
      Usage: jaas status [flags] [NAMESPACE/]NAME...

      Tells how snippets do that are published from a directory of manifests: whether each is ready,
      why not, its revision, how many revisions can be fetched, and where. Without names, all.

        --storage-path string
            Folder of the store, as it was given to the service.
        --state-path string
            Folder of the state, if it was given to the service.
        --json
            Print what is known as JSON.

      The end is 0 if all of them are ready, 1 if one is not, 2 if nothing can be told.
      """;

  private static final SettingsReader READER =
      new SettingsReader(FlagCatalogue.GROUPS, GeneralFlags.CONFIG);

  public StatusArguments {
    names = List.copyOf(names);
    problems = List.copyOf(problems);
  }

  /** Reads them. */
  public static StatusArguments read(List<String> arguments, Map<String, String> environment) {
    var flags = new ArrayList<String>();
    var names = new ArrayList<String>();
    boolean json = false;
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.equals("--json")) {
        json = true;
      } else if (argument.startsWith("-")) {
        flags.add(argument);
        boolean valueFollows = !argument.contains("=") && i + 1 < arguments.size();
        if (valueFollows && !isHelp(argument)) {
          flags.add(arguments.get(++i));
        }
      } else {
        names.add(argument);
      }
    }
    boolean help = flags.stream().anyMatch(StatusArguments::isHelp);
    var reading = READER.read(flags, environment);
    var directory = DirectorySettings.from(reading.values());
    var problems = new ArrayList<>(help ? List.of() : reading.problems());
    if (!help && problems.isEmpty() && directory.statePath().isEmpty()) {
      problems.add("status: --storage-path or --state-path must be given");
    }
    return new StatusArguments(directory.statePath(), names, json, help, problems);
  }

  private static boolean isHelp(String flag) {
    return List.of("-h", "-help", "--help").contains(flag);
  }
}
