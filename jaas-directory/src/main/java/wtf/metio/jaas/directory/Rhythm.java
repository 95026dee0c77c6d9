// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.time.Duration;
import java.util.Optional;

/** How often a folder is looked at. */
final class Rhythm {

  /** After this long, a file that was just written has a stamp to rely on. */
  static final Duration UNSETTLED = Duration.ofMillis(2_100);

  /** Where no notices come, a change is seen this late. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  /** A large folder takes one part in fifty of a processor. */
  private static final int SHARE = 50;

  private Rhythm() {}

  /**
   * How long to wait.
   *
   * @param took how long the last look took
   * @param moment until something is due by the clock
   */
  static Duration pause(Duration took, Optional<Duration> moment) {
    var gentle = took.multipliedBy(SHARE);
    var usual = gentle.compareTo(USUAL) > 0 ? gentle : USUAL;
    return moment
        .map(it -> it.isNegative() ? Duration.ofMillis(1) : it.plusMillis(1))
        .filter(it -> it.compareTo(usual) < 0)
        .orElse(usual);
  }
}
