// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** Arrays, comprehensions, and positions in both arrays and strings. */
@NullMarked
package wtf.metio.jaas.jsonnet.nodes.array;

import org.jspecify.annotations.NullMarked;
