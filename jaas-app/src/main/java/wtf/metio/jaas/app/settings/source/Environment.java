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
 * values are no settings. An empty variable is the same as none. A list has one value a line. For a
 * secret, a second variable may name the file that holds it.
 */
final class Environment {

  private static final Pattern SERVICE_LINK = Pattern.compile("(?:tcp|udp|sctp)://.*");

  private final FlagTable table;
  private final Map<String, String> variables;
  private final List<String> problems;
  private final Map<Flag<?>, List<String>> given = new LinkedHashMap<>();

  private Environment(FlagTable table, Map<String, String> variables, List<String> problems) {
    this.table = table;
    this.variables = variables;
    this.problems = problems;
  }

  static Map<Flag<?>, List<String>> read(
      FlagTable table, Map<String, String> variables, List<String> problems) {
    var environment = new Environment(table, variables, problems);
    table.all().stream().filter(flag -> !flag.isCommand()).forEach(environment::read);
    return environment.given;
  }

  private void read(Flag<?> flag) {
    var text = text(flag.variable());
    if (!text.isEmpty()) {
      take(flag, flag.variable(), text);
    }
    flag.fileVariable()
        .filter(variable -> !text(variable).isEmpty())
        .ifPresent(variable -> file(flag, variable, !text.isEmpty()));
  }

  private String text(String variable) {
    var text = variables.getOrDefault(variable, "");
    return SERVICE_LINK.matcher(text).matches() ? "" : text;
  }

  private void take(Flag<?> flag, String source, String text) {
    var problem = table.problemWith(flag, source, text);
    if (problem.isPresent()) {
      problems.add(problem.get());
    } else {
      given.put(flag, flag.isRepeatable() ? lines(text) : List.of(text));
    }
  }

  private void file(Flag<?> flag, String variable, boolean alsoGiven) {
    if (alsoGiven) {
      problems.add(flag.variable() + " and " + variable + " are both set; keep one of them");
      return;
    }
    var file = text(variable);
    try {
      take(flag, variable, SecretFile.read(file));
    } catch (SecretFile.UnusableException e) {
      problems.add(variable + ": " + file + " " + e.getMessage());
    }
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isEmpty()).toList();
  }
}
