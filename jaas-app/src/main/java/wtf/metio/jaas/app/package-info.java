// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The processes: the service with its wiring, and the commands.
 *
 * <p>What a process does stands in the rooms below; here it is put together. Spring is known here
 * and nowhere else.
 */
@NullMarked
package wtf.metio.jaas.app;

import org.jspecify.annotations.NullMarked;
