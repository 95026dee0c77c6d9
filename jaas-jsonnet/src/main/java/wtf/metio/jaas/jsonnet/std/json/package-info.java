// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * JSON to values, as {@code std.parseJson} has it: strict, with the messages of Go's library, and
 * safe for text from anywhere: nesting is bounded and needs no native stack.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.std.json;

import org.jspecify.annotations.NullMarked;
