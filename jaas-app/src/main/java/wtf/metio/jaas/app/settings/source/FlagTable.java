// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.domain.notation.Nearest;

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
    return Nearest.to(name.replace('_', '-'), flags.keySet()).map(known -> "--" + known);
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
}
