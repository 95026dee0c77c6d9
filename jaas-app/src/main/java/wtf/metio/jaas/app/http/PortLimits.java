// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.time.Duration;

/**
 * How long clients of a port may take.
 *
 * @param read for a whole header, and for the silence between two requests; zero means unlimited
 * @param write for taking an answer, from its first byte to its last; zero means unlimited
 */
public record PortLimits(Duration read, Duration write) {}
