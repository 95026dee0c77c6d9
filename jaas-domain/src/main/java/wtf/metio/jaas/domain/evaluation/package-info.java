// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What it means to evaluate a program: what is asked, how much it may use, how it ends.
 *
 * <p>Every outcome that lies with the program, its author or its caller is a value; nothing here
 * knows an engine, a thread pool or a protocol.
 */
@NullMarked
package wtf.metio.jaas.domain.evaluation;

import org.jspecify.annotations.NullMarked;
