// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.source.SettingsReader;
import wtf.metio.jaas.app.text.GoText;

/** Makes settings of a command line and an environment, or says why there are none. */
public final class SettingsLoader {

  private static final SettingsReader READER =
      new SettingsReader(FlagCatalogue.GROUPS, GeneralFlags.CONFIG);

  private SettingsLoader() {}

  /** What a command line asks for. */
  public sealed interface Intent {

    /** Serve, with these settings. */
    record Serve(Settings settings) implements Intent {}

    /** Show how the command is used. */
    record ShowUsage(String text) implements Intent {}

    /** Show which version this is. */
    record ShowVersion() implements Intent {}

    /**
     * Nothing that can be done.
     *
     * @param problems one line each, all that were found
     */
    record Refuse(List<String> problems) implements Intent {

      public Refuse {
        problems = problems.stream().map(GoText::oneLine).toList();
      }
    }
  }

  /** Reads and checks everything. */
  public static Intent load(List<String> arguments, Map<String, String> environment) {
    if (!arguments.isEmpty() && arguments.getFirst().equals("mcp")) {
      return new Intent.Refuse(List.of("mcp: the MCP server is not there yet in this version"));
    }
    var line = READER.read(arguments);
    if (line.help()) {
      return new Intent.ShowUsage(Usage.text(FlagCatalogue.GROUPS));
    }
    if (line.problems().isEmpty() && line.values().get(GeneralFlags.VERSION)) {
      return new Intent.ShowVersion();
    }
    var reading = READER.read(arguments, environment);
    var problems = new ArrayList<>(reading.problems());
    problems.addAll(SettingsChecks.problems(reading.values()));
    if (!problems.isEmpty()) {
      return new Intent.Refuse(problems);
    }
    var settings = Settings.from(reading.values(), environment);
    var impossible = settings.problems();
    return impossible.isEmpty() ? new Intent.Serve(settings) : new Intent.Refuse(impossible);
  }
}
