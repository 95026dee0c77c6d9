// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command did.
 *
 * @param files that lie in the output folder afterwards, with their contents
 */
record CommandResult(int exitCode, String stdout, String stderr, SortedMap<String, String> files) {

  /** Every line behind what it belongs to; {@code \} instead of {@code |} if no newline ends it. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("exit " + exitCode);
    add("out", stdout, lines);
    add("err", stderr, lines);
    files.forEach((name, content) -> add("file " + name, content, lines));
    return lines;
  }

  private static void add(String label, String text, List<String> lines) {
    var rest = text;
    while (!rest.isEmpty()) {
      int end = rest.indexOf('\n');
      var line = end < 0 ? rest : rest.substring(0, end);
      lines.add(label + (end < 0 ? '\\' : '|') + (line.isEmpty() ? "" : " " + line));
      rest = end < 0 ? "" : rest.substring(end + 1);
    }
  }

  /** Names written down here are not those of the machine. */
  CommandResult masked(Map<String, String> placeholders) {
    var masked = new TreeMap<String, String>();
    files.forEach((name, content) -> masked.put(name, masked(content, placeholders)));
    return new CommandResult(
        exitCode, masked(stdout, placeholders), masked(stderr, placeholders), masked);
  }

  private static String masked(String text, Map<String, String> placeholders) {
    var masked = text;
    for (var entry : placeholders.entrySet()) {
      masked = masked.replace(entry.getValue(), entry.getKey());
    }
    return masked;
  }
}
