// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Functions that programs reach as {@code std.native(name)}: those of Tanka, by name and result.
 *
 * <p>All are pure and bounded. {@link wtf.metio.jaas.evaluator.natives.TankaFunctions} lists them.
 */
@NullMarked
package wtf.metio.jaas.evaluator.natives;

import org.jspecify.annotations.NullMarked;
