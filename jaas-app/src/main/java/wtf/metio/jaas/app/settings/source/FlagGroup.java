// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.List;

/**
 * Flags of one concern.
 *
 * @param title for people
 * @param flags in the order in which they are listed
 */
public record FlagGroup(String title, List<Flag<?>> flags) {

  public FlagGroup {
    flags = List.copyOf(flags);
  }

  /** A group of these flags. */
  public static FlagGroup of(String title, Flag<?>... flags) {
    return new FlagGroup(title, List.of(flags));
  }
}
