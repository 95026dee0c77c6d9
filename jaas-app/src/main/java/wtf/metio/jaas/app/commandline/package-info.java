// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * {@code jaas render}: one program, its output on stdout, as the {@code jsonnet} command does it.
 *
 * <p>Starts without the application framework, since a command is judged by how soon it answers.
 */
@NullMarked
package wtf.metio.jaas.app.commandline;

import org.jspecify.annotations.NullMarked;
