// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * From text to a tree.
 *
 * <p>Nothing here knows values, scopes or imports: the same tree serves evaluation and static
 * checks. Nodes are immutable and carry the range of bytes they were read from.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.syntax;

import org.jspecify.annotations.NullMarked;
