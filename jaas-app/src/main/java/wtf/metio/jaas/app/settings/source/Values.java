// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.List;
import java.util.Map;

/** What was given, whichever way. Only texts that were understood are in here. */
public final class Values {

  private final Map<String, List<String>> texts;

  Values(Map<String, List<String>> texts) {
    this.texts = Map.copyOf(texts);
  }

  /** Nothing was given. */
  public static Values none() {
    return new Values(Map.of());
  }

  /** The value of a flag, or its default. */
  public <T> T get(Flag<T> flag) {
    var parsed = flag.parsed(texts.getOrDefault(flag.name(), List.of()));
    return parsed.isEmpty() ? flag.initial() : parsed.getLast();
  }

  /** Every value of a flag that may be repeated, in the order given. */
  public <T> List<T> all(Flag<T> flag) {
    return flag.parsed(texts.getOrDefault(flag.name(), List.of()));
  }

  /** Whether somebody said what it shall be. */
  public boolean isGiven(Flag<?> flag) {
    return texts.containsKey(flag.name());
  }
}
