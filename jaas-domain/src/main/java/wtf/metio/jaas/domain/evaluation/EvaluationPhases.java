// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.time.Duration;

/**
 * What the time of an engine went into: three phases, one right after the other. One that was not
 * reached is zero, and an engine that cannot tell them apart counts all as {@code evaluate}.
 *
 * @param begun the reading of {@link System#nanoTime} at which the engine began. An evaluation that
 *     began before it was asked for was asked for by somebody else first
 * @param parse making the program itself ready to run; next to nothing for one that is known
 * @param evaluate running it until it has a value
 * @param manifest writing the value, which computes all that nothing had asked for before: of most
 *     programs, that is nearly everything
 * @param imports the part of the latter two that went into finding, reading and parsing imports
 */
public record EvaluationPhases(
    long begun, Duration parse, Duration evaluate, Duration manifest, Duration imports) {

  /** An engine that began then and cannot tell what the time went into. */
  public static EvaluationPhases undivided(long begun, Duration elapsed) {
    return new EvaluationPhases(begun, Duration.ZERO, elapsed, Duration.ZERO, Duration.ZERO);
  }
}
