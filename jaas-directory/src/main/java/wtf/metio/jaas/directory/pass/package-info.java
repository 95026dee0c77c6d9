// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Passes over snippets that a folder describes: what a pass needs from the outside, what comes of
 * it, and when the next one is due.
 */
@NullMarked
package wtf.metio.jaas.directory.pass;

import org.jspecify.annotations.NullMarked;
