// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** JSON as text: checked, read, indented anew; with the messages of Go's library. */
@NullMarked
package wtf.metio.jaas.evaluator.natives.json;

import org.jspecify.annotations.NullMarked;
