// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A place in the source that logs. */
record LogStatement(String level, String message, Set<String> fields) {

  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";

  private static final Pattern PLAIN =
      Pattern.compile("LOG\\s*\\.(debug|info|warn|error)\\(\\s*" + TEXT);

  private static final Pattern FLUENT =
      Pattern.compile(
          "LOG\\s*\\.at(Debug|Info|Warn|Error)\\(\\)((?:(?!LOG).)*?)\\.log\\(\\s*" + TEXT,
          Pattern.DOTALL);

  private static final Pattern FIELD = Pattern.compile("\\.addKeyValue\\(\\s*" + TEXT);

  /** All that a source has. */
  static List<LogStatement> in(String source) {
    var plain =
        PLAIN
            .matcher(source)
            .results()
            .map(found -> new LogStatement(upper(found.group(1)), found.group(2), Set.of()));
    var fluent =
        FLUENT
            .matcher(source)
            .results()
            .map(
                found ->
                    new LogStatement(
                        upper(found.group(1)), found.group(3), fields(found.group(2))));
    return Stream.concat(plain, fluent).toList();
  }

  /** How many places use the logger at all. */
  static long uses(String source) {
    return Pattern.compile("\\bLOG\\s*\\.").matcher(source).results().count();
  }

  private static Set<String> fields(String chain) {
    return new TreeSet<>(FIELD.matcher(chain).results().map(found -> found.group(1)).toList());
  }

  private static String upper(String level) {
    return level.toUpperCase(Locale.ROOT);
  }
}
