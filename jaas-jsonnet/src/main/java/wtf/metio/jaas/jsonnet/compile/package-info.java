// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * From the tree an author wrote to the tree that runs: sugar is resolved, variables become slots,
 * values that need no run become constants.
 *
 * <p>Trees that come here have passed the static checks.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.compile;

import org.jspecify.annotations.NullMarked;
