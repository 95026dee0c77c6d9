// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The front door of the Jsonnet engine: give it a program, get its output or the reason why not.
 *
 * <p>The engine knows the language of go-jsonnet v0.22.0 and nothing of who uses it. It touches no
 * files, starts no threads and keeps no state but programs that are ready to run.
 */
@NullMarked
package wtf.metio.jaas.jsonnet;

import org.jspecify.annotations.NullMarked;
