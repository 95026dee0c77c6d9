// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What exists while a program runs: values, thunks, objects, frames, and the counters that keep an
 * evaluation within its limits.
 *
 * <p>Knows neither the nodes of a program nor the standard library: the former are {@link
 * wtf.metio.jaas.jsonnet.runtime.Computation}s, the latter is handed in.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.NullMarked;
