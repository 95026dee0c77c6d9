// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Places in a source text, traces, and the failures an author sees.
 *
 * <p>Below everything else in the engine.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.diagnostics;

import org.jspecify.annotations.NullMarked;
