// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.text.GoText;

/** All flags by name. */
final class FlagTable {

  private final Map<String, Flag<?>> flags = new LinkedHashMap<>();

  FlagTable(List<FlagGroup> groups) {
    groups.forEach(group -> group.flags().forEach(flag -> flags.put(flag.name(), flag)));
  }

  Collection<Flag<?>> all() {
    return flags.values();
  }

  Optional<Flag<?>> find(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  /** The flag that somebody who wrote this name most likely meant, as an option. */
  Optional<String> nearest(String name) {
    var wanted = name.replace('_', '-');
    return flags.keySet().stream()
        .filter(known -> distance(wanted, known) <= Math.max(2, known.length() / 4))
        .min(Comparator.comparingInt(known -> distance(wanted, known)))
        .map(known -> "--" + known);
  }

  /**
   * What is wrong with a text.
   *
   * @param source where it was written, such as the flag or the environment variable
   */
  Optional<String> problemWith(Flag<?> flag, String source, String text) {
    if (flag.parse(text).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(source + " must be " + flag.expectation() + ", got " + GoText.quote(text));
  }

  /** How many letters have to be put in, taken out or replaced. */
  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
