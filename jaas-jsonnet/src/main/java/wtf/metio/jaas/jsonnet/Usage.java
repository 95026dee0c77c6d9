// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.time.Duration;

/**
 * What an evaluation used.
 *
 * @param steps calls, thunks, fields and iterations, roughly
 * @param allocatedBytes taken from the heap in total, not held at once; zero where the JVM does not
 *     say
 * @param elapsed wall-clock time
 * @param phases what that went into
 */
public record Usage(long steps, long allocatedBytes, Duration elapsed, Phases phases) {}
