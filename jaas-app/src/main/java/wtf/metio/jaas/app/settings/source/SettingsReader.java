// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads settings from all their sources. */
public final class SettingsReader {

  private final FlagTable table;
  private final Flag<String> config;

  /**
   * A reader of these flags.
   *
   * @param config the one that names the settings file
   */
  public SettingsReader(List<FlagGroup> groups, Flag<String> config) {
    this.table = new FlagTable(groups);
    this.config = config;
  }

  /**
   * What the sources say together.
   *
   * @param values with those of later sources only where earlier ones are silent
   * @param problems what was not understood, in the order of the sources
   * @param help whether the command line asks for help
   */
  public record Reading(Values values, List<String> problems, boolean help) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads the command line alone. */
  public Reading read(List<String> arguments) {
    var line = CommandLine.parse(table, arguments);
    return new Reading(values(line.given()), line.problems(), line.help());
  }

  /** Reads everything. */
  public Reading read(List<String> arguments, Map<String, String> environment) {
    var line = CommandLine.parse(table, arguments);
    var problems = new ArrayList<>(line.problems());
    var variables = Environment.read(table, environment, problems);
    var given = new LinkedHashMap<Flag<?>, List<String>>();
    file(line, variables).ifPresent(name -> given.putAll(SettingsFile.read(table, name, problems)));
    given.putAll(variables);
    given.putAll(line.given());
    return new Reading(values(given), problems, line.help());
  }

  private Optional<String> file(Arguments line, Map<Flag<?>, List<String>> variables) {
    var named = line.given().getOrDefault(config, variables.getOrDefault(config, List.of()));
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(named.getLast()).filter(name -> !name.isEmpty());
  }

  private static Values values(Map<Flag<?>, List<String>> given) {
    var texts = new HashMap<String, List<String>>();
    given.forEach((flag, values) -> texts.put(flag.name(), List.copyOf(values)));
    return new Values(texts);
  }
}
