// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One call of the command and what it does, as written down in {@code src/test/commandline/cases}.
 *
 * <p>Lines begin with a word: {@code #} the fact, {@code run} the arguments, {@code env} a
 * variable, {@code stdin} a line of input, {@code before} a file that is there already, {@code
 * hint} a line that this command prints in addition to the {@code jsonnet} command, {@code own} the
 * reason why this command does something else on purpose. The others are the result.
 */
record CommandCase(List<String> given, List<String> result) {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern GIVEN = Pattern.compile("(#|run|env|stdin|before|hint|own)( .*)?");

  /** The cases of a file; an empty line ends each. */
  static List<CommandCase> all(Path file) throws IOException {
    var cases = new ArrayList<CommandCase>();
    for (var block : Files.readString(file).split("\n\n+")) {
      var given = new ArrayList<String>();
      var result = new ArrayList<String>();
      block.lines().forEach(line -> (GIVEN.matcher(line).matches() ? given : result).add(line));
      cases.add(new CommandCase(given, result));
    }
    return cases;
  }

  String fact() {
    return values("#").getFirst();
  }

  /** Whether the result is not that of the {@code jsonnet} command. */
  boolean isOwn() {
    return !values("own").isEmpty();
  }

  List<String> hints() {
    return values("hint");
  }

  List<String> arguments(Map<String, String> placeholders) {
    return WORD.matcher(String.join(" ", values("run")))
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .map(word -> filled(word, placeholders))
        .toList();
  }

  Map<String, String> environment(Map<String, String> placeholders) {
    return pairs("env", '=', placeholders);
  }

  /** Names and contents of files that are in the output folder beforehand. */
  Map<String, String> filesBefore() {
    return pairs("before", ' ', Map.of());
  }

  String stdin() {
    return String.join("", values("stdin").stream().map(line -> line + "\n").toList());
  }

  /** The same case with another result. */
  CommandCase with(List<String> lines) {
    return new CommandCase(given, lines);
  }

  private Map<String, String> pairs(String word, char separator, Map<String, String> placeholders) {
    var pairs = new LinkedHashMap<String, String>();
    for (var value : values(word)) {
      int end = value.indexOf(separator);
      pairs.put(value.substring(0, end), filled(value.substring(end + 1), placeholders));
    }
    return pairs;
  }

  private List<String> values(String word) {
    return given.stream()
        .filter(line -> line.equals(word) || line.startsWith(word + " "))
        .map(line -> line.substring(Math.min(line.length(), word.length() + 1)))
        .toList();
  }

  private static String filled(String word, Map<String, String> placeholders) {
    var filled = word;
    for (var entry : placeholders.entrySet()) {
      filled = filled.replace(entry.getKey(), entry.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return String.join("\n", given) + "\n" + String.join("\n", result) + "\n";
  }
}
