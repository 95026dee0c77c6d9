// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Manifests on somebody's own machine: {@code jaas validate}, {@code jaas render -f} and {@code
 * jaas diff}.
 *
 * <p>What is rendered goes through the same use case as in a service; its ports are small ones over
 * the files that the user names. Nothing here is loaded by a command that renders one program.
 */
@NullMarked
package wtf.metio.jaas.app.offline;

import org.jspecify.annotations.NullMarked;
