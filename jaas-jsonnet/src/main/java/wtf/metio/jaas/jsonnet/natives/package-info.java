// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** Functions that the host adds to the language, reached as {@code std.native(name)}. */
@NullMarked
package wtf.metio.jaas.jsonnet.natives;

import org.jspecify.annotations.NullMarked;
