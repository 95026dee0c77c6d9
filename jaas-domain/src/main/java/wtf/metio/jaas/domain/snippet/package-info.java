// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Snippets and libraries as their authors describe them, and the rules that every description has
 * to keep, whichever way it came in.
 */
@NullMarked
package wtf.metio.jaas.domain.snippet;

import org.jspecify.annotations.NullMarked;
