// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Settings in environment variables.
 *
 * <p>Kubernetes puts addresses of services into variables of the same form, so that {@code
 * JAAS_PORT} may be {@code tcp://10.0.0.7:8080} because of a service called {@code jaas}: such
 * values are no settings. An empty variable is the same as none. A list has one value a line.
 */
final class Environment {

  private static final Pattern SERVICE_LINK = Pattern.compile("(?:tcp|udp|sctp)://.*");

  private Environment() {}

  static Map<Flag<?>, List<String>> read(
      FlagTable table, Map<String, String> variables, List<String> problems) {
    var given = new LinkedHashMap<Flag<?>, List<String>>();
    for (var flag : table.all()) {
      var text = variables.getOrDefault(flag.variable(), "");
      if (text.isEmpty() || flag.isCommand() || SERVICE_LINK.matcher(text).matches()) {
        continue;
      }
      var problem = table.problemWith(flag, flag.variable(), text);
      if (problem.isPresent()) {
        problems.add(problem.get());
      } else {
        given.put(flag, flag.isRepeatable() ? lines(text) : List.of(text));
      }
    }
    return given;
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isEmpty()).toList();
  }
}
