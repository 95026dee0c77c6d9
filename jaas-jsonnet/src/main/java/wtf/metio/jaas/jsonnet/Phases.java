// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.time.Duration;

/**
 * Where the time of an evaluation went: three phases, one right after the other. One that was not
 * reached is zero.
 *
 * @param begun the reading of {@link System#nanoTime} at which the first one began
 * @param parse making the program itself ready to run; next to nothing for one that is known
 * @param evaluate running it until it has a value
 * @param manifest writing the value, which computes all that nothing had asked for before: of most
 *     programs, that is nearly everything
 * @param imports the part of the latter two that went into finding, reading and parsing imports
 */
public record Phases(
    long begun, Duration parse, Duration evaluate, Duration manifest, Duration imports) {}
