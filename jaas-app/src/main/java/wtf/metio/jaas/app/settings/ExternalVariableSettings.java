// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.app.text.GoText;

/**
 * What {@code std.extVar} finds in every program.
 *
 * @param byName strings; they may be secret and are never shown
 */
public record ExternalVariableSettings(Map<String, String> byName) {

  static final String VARIABLE_PREFIX = "JAAS_EXT_VAR_";

  static final Flag<String> EXT_VAR =
      Flag.list(
          "ext-var",
          "External variable as NAME=VALUE, a string. It wins over an environment variable"
              + " JAAS_EXT_VAR_NAME; the last of several with one name wins.");

  static final FlagGroup FLAGS = FlagGroup.of("External variables", EXT_VAR);

  public ExternalVariableSettings {
    byName = Map.copyOf(byName);
  }

  @Override
  public String toString() {
    return "ExternalVariableSettings" + byName.keySet();
  }

  static ExternalVariableSettings from(Values values, Map<String, String> environment) {
    var byName = new LinkedHashMap<String, String>();
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(VARIABLE_PREFIX)) {
            byName.put(variable.substring(VARIABLE_PREFIX.length()), value);
          }
        });
    for (var pair : values.all(EXT_VAR)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        byName.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return new ExternalVariableSettings(byName);
  }

  static List<String> problems(Values values) {
    var problems = new ArrayList<String>();
    for (var pair : values.all(EXT_VAR)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        problems.add("Invalid --ext-var: ext-var " + GoText.quote(pair) + ": missing '='");
      } else if (equals == 0) {
        problems.add("Invalid --ext-var: ext-var " + GoText.quote(pair) + ": empty key");
      }
    }
    return problems;
  }
}
