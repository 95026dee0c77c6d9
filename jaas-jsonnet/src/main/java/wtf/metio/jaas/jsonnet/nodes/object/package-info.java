// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** Objects, and what reaches into them. */
@NullMarked
package wtf.metio.jaas.jsonnet.nodes.object;

import org.jspecify.annotations.NullMarked;
